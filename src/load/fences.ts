/** Lines of Markdown with what fenced code hides: inside it nothing is a heading, a choice or a directive. */

export interface MarkdownLine {
  readonly text: string;
  /** True for the fences of a code block and all between them (CommonMark 0.31, 4.5). */
  readonly code: boolean;
}

/** The lines of a text; an unclosed fence runs to the end, as CommonMark says. */
export function markdownLines(text: string): readonly MarkdownLine[] {
  let open: string | undefined;
  return text.split("\n").map((line) => {
    const fence = /^ {0,3}(`{3,}|~{3,})(.*)$/.exec(line);
    if (open === undefined) {
      // An info string after backticks holds no backtick, else the line is inline code.
      if (fence && !(fence[1]?.startsWith("`") && fence[2]?.includes("`"))) open = fence[1];
      return { text: line, code: open !== undefined };
    }
    const closes = fence?.[1]?.startsWith(open) && fence[2]?.trim() === "";
    if (closes) open = undefined;
    return { text: line, code: true };
  });
}
