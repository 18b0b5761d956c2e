/**
 * Cuts a classic script into tokens, so that words in strings and comments are never taken for code. It does not parse: it
 * guesses from the token before whether `/` divides or begins a regular expression, which is right for all but freak code.
 */

export interface ScriptToken {
  /** `string` covers template text without its expressions. */
  readonly kind: "word" | "string" | "number" | "regex" | "mark";
  /** The word or mark; what a string says between its quotes, with escapes left as written. */
  readonly text: string;
  readonly offset: number;
}

const SPACE = /(?:\s|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$))+/y;
/** Letters beyond ASCII all count as word letters. */
const WORD = /(?:[A-Za-z_$#]|[^\0-\x7f\s])(?:[\w$]|[^\0-\x7f\s])*/y;
const NUMBER = /\.?\d[\w.]*/y;
const STRING = /"[^"\\\n]*(?:\\[\s\S][^"\\\n]*)*"|'[^'\\\n]*(?:\\[\s\S][^'\\\n]*)*'/y;
const REGEX = /\/(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/y;
/** After these words a `/` begins a regular expression. */
const BEFORE_OPERAND = new Set(
  "return typeof instanceof in of new delete void throw case do else yield await extends".split(" "),
);
/** The marks of more than one character that matter here. */
const MARKS = ["?.", "=>", "++", "--"];
const BEFORE_CONDITION = new Set(["if", "while", "for", "with"]);

type Bracket = "plain" | "condition" | "template";

/** The tokens of a script in order. Unreadable characters become marks; nothing is thrown. */
export function* scriptTokens(text: string): Iterable<ScriptToken> {
  /** What is open: the brace of a template's expression and the parenthesis of a condition mean something when they close. */
  const open: Bracket[] = [];
  let operand = true;
  let previous = "";
  let at = 0;
  while (at < text.length) {
    const closesExpression = text[at] === "}" && open.at(-1) === "template";
    if (text[at] === "`" || closesExpression) {
      const { end, continues } = templateText(text, at + 1);
      yield { kind: "string", text: text.slice(at + 1, end), offset: at };
      if (closesExpression) open.pop();
      if (continues) open.push("template");
      operand = continues;
      at = end + (continues ? 2 : 1);
      continue;
    }
    const { token, end } = plainToken(text, at, operand);
    at = end;
    if (!token) continue;
    operand = token.kind === "mark" ? bracket(token.text, previous, open) : BEFORE_OPERAND.has(token.text);
    previous = token.text;
    yield token;
  }
}

/** Keeps count of brackets; true when a value, not an operator, may follow the mark. */
function bracket(mark: string, previous: string, open: Bracket[]): boolean {
  if (mark === "(") open.push(BEFORE_CONDITION.has(previous) ? "condition" : "plain");
  if (mark === "[" || mark === "{") open.push("plain");
  const closed = /^[)\]}]$/.test(mark) ? open.pop() : undefined;
  return mark === ")" ? closed === "condition" : mark !== "]" && mark !== "++" && mark !== "--";
}

/** One token and where it ends; no token for space and comments. */
function plainToken(text: string, offset: number, operand: boolean): { token?: ScriptToken; end: number } {
  let end = endOf(WORD, text, offset);
  if (end > 0) return { token: { kind: "word", text: text.slice(offset, end), offset }, end };
  end = endOf(SPACE, text, offset);
  if (end > 0) return { end };
  end = endOf(NUMBER, text, offset);
  if (end > 0) return { token: { kind: "number", text: text.slice(offset, end), offset }, end };
  end = endOf(STRING, text, offset);
  if (end > 0) return { token: { kind: "string", text: text.slice(offset + 1, end - 1), offset }, end };
  end = operand && text[offset] === "/" ? endOf(REGEX, text, offset) : 0;
  if (end > 0) return { token: { kind: "regex", text: text.slice(offset, end), offset }, end };
  const mark = MARKS.find((each) => text.startsWith(each, offset)) ?? text.charAt(offset);
  return { token: { kind: "mark", text: mark, offset }, end: offset + mark.length };
}

/** From behind a backtick or the brace of an expression to the next of either. */
function templateText(text: string, from: number): { end: number; continues: boolean } {
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === "\\") at += 1;
    else if (text[at] === "`") return { end: at, continues: false };
    else if (text[at] === "$" && text[at + 1] === "{") return { end: at, continues: true };
  }
  return { end: text.length, continues: false };
}

/** Where a sticky pattern that begins at an offset ends; 0 when it does not match. A match array for each token would cost. */
function endOf(pattern: RegExp, text: string, offset: number): number {
  pattern.lastIndex = offset;
  return pattern.test(text) ? pattern.lastIndex : 0;
}
