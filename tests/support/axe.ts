/** axe-core on the package's page, as it is in the LMS. */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Frame, Page } from "playwright-core";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** The frame that the package runs in. @throws Error while no package is open. */
export function packageFrame(page: Page): Frame {
  const frame = page.frames().find((candidate) => candidate.url().includes("/package/"));
  if (frame === undefined) throw new Error("The package is not open.");
  return frame;
}

/** What axe-core finds on the package's page as it is now, in words; targets must have 24 px too (WCAG 2.2, 2.5.8). */
export function findings(page: Page): Promise<readonly string[]> {
  return axeFindings(packageFrame(page));
}

/** What axe-core finds in any frame. */
export async function axeFindings(frame: Frame): Promise<readonly string[]> {
  // Through the debugger, not through the page: the package's security policy forbids inline scripts.
  await frame.evaluate(axe);
  return frame.evaluate(async () => {
    const rules = { "target-size": { enabled: true } };
    const { violations } = await Reflect.get(window, "axe").run(document, { rules });
    return violations.map(
      ({ id, nodes }: { id: string; nodes: { html: string }[] }) =>
        `${id}: ${nodes.map(({ html }) => html).join(" | ")}`,
    );
  });
}
