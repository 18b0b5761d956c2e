import type { Forecast } from "./forecast.ts";
import { wordsOf } from "./judge.ts";

/** The forecasts of one package as text: a table of rows for each LMS. */
export function table(file: string, forecasts: readonly Forecast[]): string {
  return forecasts
    .map(({ profile, rows }) => {
      const cells = rows.map(({ learner, gradebook, notes }) => [
        learner,
        wordsOf(gradebook),
        notes[0]?.code ?? "as it should be",
      ]);
      const widths = [0, 1].map((at) => Math.max(...cells.map((cell) => cell[at]?.length ?? 0)));
      const lines = cells.map((cell) => `  ${cell.map((text, at) => text.padEnd(widths[at] ?? 0)).join("   ")}`);
      return [`${file}, ${profile.name} (${profile.version})`, ...lines, "", ""].join("\n");
    })
    .join("");
}
