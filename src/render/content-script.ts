/** The four kinds of content that a package registers with its player. */
export type ContentKind = "plan" | "lesson" | "checks" | "quiz";

/**
 * One call of the player's registration function. Content comes as classic scripts, not as JSON files, because `fetch` of a
 * package's own files fails from `file://` and in some LMSs.
 *
 * @param ordinal of the lesson or module; 0 for what belongs to the whole package.
 */
export function contentScript(kind: ContentKind, ordinal: number, value: unknown): string {
  return `coursewright(${JSON.stringify(kind)}, ${ordinal}, ${scriptJson(value)});\n`;
}

/** JSON that stays the same value inside a script: older engines end a line at U+2028, and `</script>` ends an element. */
function scriptJson(value: unknown): string {
  return JSON.stringify(value).replace(/<\/|[\u2028\u2029]/g, (found) => {
    return found === "</" ? "<\\/" : `\\u${found.charCodeAt(0).toString(16)}`;
  });
}
