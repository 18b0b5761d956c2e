import { markdownLines } from "../load/fences.ts";
import type { Lesson } from "../model/course.ts";
import type { Rule } from "./rule.ts";

export const noYear: Rule = {
  code: "figure/no-year",
  severity: "warning",
  summary: "A figure, chart or video that names its source also shows a year.",
  reason: "Figures grow old: without the year nobody can tell whether they still hold.",
  example: `:::figure[Median pay]{source="Bureau of Labor Statistics"}`,
  perModule: true,
  *check({ modules }) {
    for (const lesson of modules.flatMap(({ lessons }) => lessons)) {
      // Most lessons have no source to look for, and taking one apart costs more than looking.
      if (!lesson.body.includes("source=")) continue;
      for (const { line, text } of openings(lesson)) {
        if (!/[\s{]source=/.test(text) || /[\s{]year=|\b(?:19|20)\d\d\b/.test(shown(text))) continue;
        yield {
          message: "This names its source, but no year.",
          place: { file: lesson.file, line, column: 1, length: text.length },
          help: 'Write the year of the figures behind the source: source="…" year=2026.',
        };
      }
    }
  },
};

/** The lines that begin a directive with a caption. */
function openings({ body, bodyLine }: Lesson): readonly { readonly line: number; readonly text: string }[] {
  return markdownLines(body).flatMap(({ text, code }, index) =>
    !code && /^:{3,}[ \t]*(?:figure|chart|video)\b/.test(text)
      ? [{ line: bodyLine + index, text: text.trimEnd() }]
      : [],
  );
}

/** A year in the name of a file is not shown to anyone. */
const shown = (text: string): string => text.replace(/\b(?:data|src|captions|transcript|poster)=(?:"[^"]*"|\S+)/g, "");
