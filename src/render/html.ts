const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Plain text as HTML, for element content and double-quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character);
}

const HYPHEN_BEFORE_WORD = /(?<![\p{L}\p{N}-])-(?=\p{L})/gu;

/** Text whose word parts, such as “-ectomy”, stay whole: browsers end lines after the hyphen, against LB20a of UAX 14. */
export function holdHyphens(text: string): string {
  return text.replace(HYPHEN_BEFORE_WORD, "-\u2060");
}
