import { type ScriptToken, scriptTokens } from "./script-tokens.ts";

/** A forbidden thing in a page, script or style sheet; `offset` counts UTF-16 units from the start of the file. */
export interface Fault {
  readonly code: string;
  readonly message: string;
  readonly offset: number;
}

const UNLOAD = /^(on)?(before)?unload$/;
const GLOBALS = new Set(["window", "self", "globalThis", "top", "parent"]);
/** Called as a bare name or on the window; a method of something else may be called what it likes. */
const GLOBAL_CALLS: Readonly<Record<string, string>> = {
  eval: "script/eval",
  Function: "script/eval",
  fetch: "script/network",
  importScripts: "script/network",
  alert: "script/dialog",
  confirm: "script/dialog",
  prompt: "script/dialog",
};
/** Forbidden wherever the name is used. */
const NAMES: Readonly<Record<string, string>> = {
  XMLHttpRequest: "script/network",
  sendBeacon: "script/network",
  EventSource: "script/network",
  WebSocket: "script/network",
  serviceWorker: "script/service-worker",
};

/**
 * The forbidden listeners and calls in a script. Strict for code as people and bundlers write it; a name put together at run
 * time (`window["ev" + "al"]`) is out of its reach.
 */
export function scriptFaults(text: string): readonly Fault[] {
  const tokens = [...scriptTokens(text)];
  const faults: Fault[] = [];
  for (const [index, token] of tokens.entries()) {
    const found = tokenFault(token, tokens, index);
    if (found) faults.push({ ...found, offset: token.offset });
  }
  return faults;
}

type Found = Omit<Fault, "offset">;

function tokenFault(token: ScriptToken, tokens: readonly ScriptToken[], index: number): Found | undefined {
  if (token.kind === "string") return stringFault(token, tokens, index);
  if (token.kind !== "word") return undefined;
  const before = tokens[index - 1]?.text;
  const next = tokens[index + 1];
  const member = before === "." || before === "?.";
  if (UNLOAD.test(token.text) && (member || token.text.startsWith("on"))) return unload(token.text);
  if (Object.hasOwn(NAMES, token.text)) return uses(NAMES[token.text] ?? "", token.text);
  if (next?.kind !== "mark" || next.text !== "(") return undefined;
  const owner = member ? tokens[index - 2]?.text : undefined;
  if (token.text === "import" && !member) return uses("script/dynamic-import", "import()");
  if (/^write(ln)?$/.test(token.text) && owner === "document") {
    return uses("script/document-write", `document.${token.text}()`);
  }
  if (!Object.hasOwn(GLOBAL_CALLS, token.text) || (member && !GLOBALS.has(owner ?? ""))) return undefined;
  if (before === "function" || isMethodDefinition(tokens, index)) return undefined;
  return uses(GLOBAL_CALLS[token.text] ?? "", `${token.text}()`);
}

function stringFault(token: ScriptToken, tokens: readonly ScriptToken[], index: number): Found | undefined {
  if (UNLOAD.test(token.text)) return unload(token.text);
  const callee = tokens[index - 1]?.text === "(" ? tokens[index - 2]?.text : undefined;
  if (callee === "setTimeout" || callee === "setInterval") return uses("script/eval", `${callee}("…")`);
  if (callee === "setAttribute" && token.text === "style") return uses("script/inline-style", 'setAttribute("style")');
  return undefined;
}

/** `{ confirm(x) { … } }`: a name, its parameters, then a body. */
function isMethodDefinition(tokens: readonly ScriptToken[], index: number): boolean {
  let depth = 0;
  for (let at = index + 1; at < tokens.length; at += 1) {
    const { kind, text } = tokens[at] ?? { kind: "mark", text: "" };
    if (kind !== "mark") continue;
    if (text === "(") depth += 1;
    if (text === ")") depth -= 1;
    if (depth === 0) return tokens[at + 1]?.text === "{" && tokens[at + 1]?.kind === "mark";
  }
  return false;
}

function unload(name: string): Found {
  return { code: "script/unload-listener", message: `“${name}” is used; browsers may never send this event.` };
}

function uses(code: string, what: string): Found {
  return { code, message: `The script uses \`${what}\`.` };
}
