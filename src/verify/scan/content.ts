/** The content scripts of our own packages: nothing but calls `coursewright("kind", ordinal, value);` with JSON values. */

export interface ContentCall {
  readonly kind: string;
  readonly ordinal: number;
  readonly value: unknown;
  readonly offset: number;
}

const HEAD = /\s*coursewright\(\s*"([a-z]+)"\s*,\s*(\d+)\s*,/y;
const TAIL = /\s*\)\s*;?/y;
/** A character that opens or closes something in JSON, or a whole string. */
const JSON_MARK = /"[^"\\]*(?:\\.[^"\\]*)*"|[()[\]{}]/gs;

/** The calls of a content script; `undefined` when it holds anything else. */
export function contentCalls(text: string): readonly ContentCall[] | undefined {
  const calls: ContentCall[] = [];
  let at = 0;
  while (text.slice(at).trim() !== "") {
    HEAD.lastIndex = at;
    const head = HEAD.exec(text);
    if (!head) return undefined;
    const start = at + head[0].length;
    const end = endOfValue(text, start);
    const value = parseJson(text.slice(start, end));
    TAIL.lastIndex = end;
    const tail = TAIL.exec(text);
    if (value === undefined || !tail) return undefined;
    calls.push({ kind: head[1] ?? "", ordinal: Number(head[2]), value: value.json, offset: at + head[0].search(/\S/) });
    at = end + tail[0].length;
  }
  return calls;
}

/** Where the call's closing parenthesis stands. */
function endOfValue(text: string, from: number): number {
  let depth = 0;
  JSON_MARK.lastIndex = from;
  for (let match = JSON_MARK.exec(text); match; match = JSON_MARK.exec(text)) {
    if (match[0] === ")" && depth === 0) return match.index;
    if (/^[[({]/.test(match[0])) depth += 1;
    else if (/^[\])}]/.test(match[0])) depth -= 1;
  }
  return text.length;
}

function parseJson(text: string): { readonly json: unknown } | undefined {
  try {
    return { json: JSON.parse(text) };
  } catch {
    // Not JSON: the caller reports the whole script.
    return undefined;
  }
}

/** Plain text for reports; every other string in a lesson, quiz or check is taken for HTML, so that nothing is overlooked. */
const PLAIN = new Set(["description", "id", "text", "title", "type"]);

/** The strings of a call that the page will show as HTML. A plan has none: all its texts are plain. */
export function htmlStrings({ kind, value }: ContentCall): readonly string[] {
  return kind === "plan" ? [] : [...strings(value, (key) => !PLAIN.has(key))];
}

/** The scripts that a plan will load. */
export function planSources({ kind, value }: ContentCall): readonly string[] {
  return kind === "plan" ? [...sources(value)] : [];
}

function* strings(value: unknown, wanted: (key: string) => boolean): Iterable<string> {
  if (typeof value === "string") yield value;
  else if (typeof value === "object" && value !== null) {
    for (const [key, part] of Object.entries(value)) if (wanted(key)) yield* strings(part, wanted);
  }
}

function* sources(value: unknown): Iterable<string> {
  if (typeof value !== "object" || value === null) return;
  for (const [key, part] of Object.entries(value)) {
    if (key === "src" && typeof part === "string") yield part;
    else yield* sources(part);
  }
}
