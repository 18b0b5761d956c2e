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

const WORD = /[\p{ID_Start}$_#][\p{ID_Continue}$\u200c\u200d]*/uy;
const NUMBER = /\.?\d[\w.]*/y;
const STRING = /"([^"\\\n]*(?:\\[\s\S][^"\\\n]*)*)"|'([^'\\\n]*(?:\\[\s\S][^'\\\n]*)*)'/y;
const REGEX = /\/((?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+)\/[a-z]*/y;
const SPACE = /(?:\s|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$))+/y;
/** After these words a `/` begins a regular expression. */
const BEFORE_OPERAND = new Set(
  "return typeof instanceof in of new delete void throw case do else yield await".split(" "),
);
const BEFORE_CONDITION = new Set(["if", "while", "for", "with"]);

/** The tokens of a script in order. Unreadable characters become marks; nothing is thrown. */
export function* scriptTokens(text: string): Iterable<ScriptToken> {
  /** For each open bracket, what the brace of a template or the parenthesis of a condition will need when it closes. */
  const open: ("plain" | "condition" | "template")[] = [];
  let previous: ScriptToken | undefined;
  let closedCondition = false;
  let at = 0;
  while (at < text.length) {
    const space = matchAt(SPACE, text, at);
    if (space) {
      at += space[0].length;
      continue;
    }
    const inTemplate = text[at] === "}" && open.at(-1) === "template";
    if (text[at] === "`" || inTemplate) {
      const part = templateText(text, at + 1);
      if (inTemplate) open.pop();
      if (part.continues) open.push("template");
      previous = { kind: "string", text: text.slice(at + 1, part.end), offset: at };
      // An expression follows: what stands there begins anew.
      yield previous;
      if (part.continues) previous = undefined;
      at = part.end + (part.continues ? 2 : 1);
      continue;
    }
    const token = plainToken(text, at, beginsOperand(previous, closedCondition));
    at = token.end;
    closedCondition = false;
    if (token.text === "(") open.push(previous && BEFORE_CONDITION.has(previous.text) ? "condition" : "plain");
    else if (token.text === "{" || token.text === "[") open.push("plain");
    else if (/^[)\]}]$/.test(token.text) && token.kind === "mark") closedCondition = open.pop() === "condition";
    previous = { kind: token.kind, text: token.text, offset: token.offset };
    yield previous;
  }
}

function beginsOperand(previous: ScriptToken | undefined, closedCondition: boolean): boolean {
  if (!previous) return true;
  if (previous.kind === "mark") return closedCondition || !/^[)\]]$/.test(previous.text);
  return previous.kind === "word" && BEFORE_OPERAND.has(previous.text);
}

function plainToken(text: string, at: number, operand: boolean): ScriptToken & { readonly end: number } {
  const token = (kind: ScriptToken["kind"], whole: string, inner = whole) => ({
    kind,
    text: inner,
    offset: at,
    end: at + whole.length,
  });
  const word = matchAt(WORD, text, at);
  if (word) return token("word", word[0]);
  const number = matchAt(NUMBER, text, at);
  if (number) return token("number", number[0]);
  const string = matchAt(STRING, text, at);
  if (string) return token("string", string[0], string[1] ?? string[2] ?? "");
  const regex = operand ? matchAt(REGEX, text, at) : null;
  if (regex) return token("regex", regex[0], regex[1] ?? "");
  return token("mark", text.startsWith("=>", at) ? "=>" : text.startsWith("?.", at) ? "?." : (text[at] ?? ""));
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

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
