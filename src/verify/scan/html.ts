/**
 * A small forgiving reader of HTML and SVG: tags with attributes, and the raw text of scripts and styles. It is no browser:
 * it reports what stands in the text, wherever a browser would put it in the tree.
 */

export interface HtmlAttribute {
  /** Lower case. */
  readonly name: string;
  /** With the usual character references resolved; empty without a value. */
  readonly value: string;
  readonly offset: number;
}

export interface HtmlTag {
  /** Lower case. */
  readonly name: string;
  readonly attributes: readonly HtmlAttribute[];
  readonly offset: number;
  /** What stands in `script`, `style`, `title` and `textarea`, where tags are text; else empty. */
  readonly raw: string;
}

const RAW_ELEMENTS = new Set(["script", "style", "title", "textarea"]);
const ATTRIBUTE = /\s*([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/y;

/** The start tags of a page in order. End tags, comments, CDATA and text between tags are passed over. */
export function* htmlTags(text: string): Iterable<HtmlTag> {
  let at = text.indexOf("<");
  while (at >= 0) {
    if (text.startsWith("<!--", at)) at = after(text, "-->", at + 4);
    else if (text.startsWith("<![CDATA[", at)) at = after(text, "]]>", at + 9);
    else if (/[A-Za-z]/.test(text[at + 1] ?? "")) {
      const { tag, end } = readTag(text, at);
      yield tag;
      at = end;
    } else at += 1;
    at = text.indexOf("<", at);
  }
}

function readTag(text: string, offset: number): { tag: HtmlTag; end: number } {
  let at = offset + 1;
  while (at < text.length && !/[\s/>]/.test(text[at] ?? "")) at += 1;
  const name = text.slice(offset + 1, at).toLowerCase();
  const attributes: HtmlAttribute[] = [];
  while (at < text.length && text[at] !== ">") {
    ATTRIBUTE.lastIndex = at;
    const match = ATTRIBUTE.exec(text);
    if (!match) {
      at += 1;
      continue;
    }
    const [whole, attribute = "", double, single, bare] = match;
    const start = at + whole.search(/\S/);
    attributes.push({
      name: attribute.toLowerCase(),
      value: resolveReferences(double ?? single ?? bare ?? ""),
      offset: start,
    });
    at += whole.length;
  }
  const selfClosed = text[at - 1] === "/";
  at += 1;
  if (!RAW_ELEMENTS.has(name) || selfClosed) return { tag: { name, attributes, offset, raw: "" }, end: at };
  const close = indexOfEndTag(text, name, at);
  return { tag: { name, attributes, offset, raw: text.slice(at, close) }, end: close };
}

function indexOfEndTag(text: string, name: string, from: number): number {
  const pattern = new RegExp(`</${name}[\\s/>]`, "gi");
  pattern.lastIndex = from;
  return pattern.exec(text)?.index ?? text.length;
}

function after(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at < 0 ? text.length : at + mark.length;
}

const NAMED: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  colon: ":",
  Tab: "\t",
  NewLine: "\n",
};

/** Resolves numeric references and the named ones that matter in addresses. */
function resolveReferences(value: string): string {
  return value.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([A-Za-z]+));?/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return NAMED[name] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
