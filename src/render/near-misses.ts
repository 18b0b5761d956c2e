/** Text that was nearly Markdown: learners would read the signs themselves. */
import type { Token } from "markdown-it";
import { type Page, type PageFinding, report } from "./page-context.ts";

interface NearMiss extends PageFinding {
  /** Finds what is wrong in one line of a paragraph; its first group, or else the whole match, is pointed at. */
  readonly pattern: RegExp;
}

/** `message` stands without the author's words, which the finding puts before it. */
const NEAR_MISSES: readonly NearMiss[] = [
  {
    pattern: /^#{2,6}[^\s#].*/u,
    code: "render/heading-without-space",
    severity: "warning",
    message: "is no heading: a space is missing behind the number signs.",
    help: "Write `## ` and then the heading's words.",
  },
  {
    pattern: /^(?:::[ \t]*[A-Za-z][\w-]*(?:\[.*|\{.*)?|::)\s*$/,
    code: "render/directive-two-colons",
    message: "has two colons, so learners read it as text.",
    help: "A directive begins and ends with three colons or more: `:::note` and `:::`.",
  },
  {
    pattern: /\S[ \t]+(:{3,})\s*$/,
    code: "render/directive-end-inline",
    message: "ends a directive only on a line of its own.",
    help: "Put it on the next line, with nothing else there.",
  },
  {
    pattern: /^[•▪◦·](?=\s)/u,
    code: "render/bullet-sign",
    severity: "warning",
    message: "makes no list: screen readers do not hear where an item begins.",
    help: "Begin each item with a hyphen and a space: `- first`.",
  },
  {
    // A path that ends like a file's name and has a space somewhere.
    pattern: /!?\[[^\]]*\]\([^<>"()\s]+\s[^<>"]*?\.[a-z0-9]{2,5}\)/i,
    code: "render/space-in-path",
    message: "is not read as a link or picture, because of the spaces in its path.",
    help: "Rename the file without spaces, or put the path between `<` and `>`: `![…](<assets/my picture.png>)`.",
  },
];

/** One of these is in every near miss, and none of them in most text. */
const SIGNS = /^##|::|[•▪◦·]|\]\(/mu;

/** Reports near misses in one run of text, as far as they were left as text. */
export function noteNearMisses({ content, children, map }: Token, page: Page): void {
  if (!SIGNS.test(content)) return;
  const shown = (children ?? []).map((child) => (child.type === "text" ? child.content : "")).join("\n");
  for (const [index, line] of content.split("\n").entries()) {
    for (const { pattern, message, ...finding } of NEAR_MISSES) {
      const match = pattern.exec(line);
      const needle = (match?.[1] ?? match?.[0] ?? "").trim();
      // What stands in a code span or became a link is meant as it is.
      if (needle === "" || !shown.includes(needle.slice(0, 3))) continue;
      report(page, (map?.[0] ?? 0) + index, { ...finding, message: `“${needle}” ${message}`, needle });
    }
  }
}
