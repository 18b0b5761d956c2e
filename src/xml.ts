/** The one place that writes XML, and the only escaping in the code base. */
import { create } from "xmlbuilder2";
import type { XMLBuilder } from "xmlbuilder2/lib/interfaces.js";

/** An element. It holds text or elements, not both: what this tool writes has no mixed content. */
export interface XmlElement {
  /** With its prefix. Namespaces are declared as attributes by whoever writes the root. */
  readonly name: string;
  /** Written in this order. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly content: string | readonly XmlElement[];
}

/** An element that holds text or elements; without content it is empty. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string>> = {},
  content: string | readonly XmlElement[] = [],
): XmlElement {
  return { name, attributes, content };
}

/** An element without attributes that holds text or elements. */
export function holding(name: string, content: string | readonly XmlElement[]): XmlElement {
  return element(name, {}, content);
}

/**
 * A whole document as text: declaration, two-space indentation, a newline at the end. The same element gives the same text.
 * Characters that XML 1.0 forbids (section 2.2, `Char`) are left out, because no reader would accept the document with them.
 */
export function document(root: XmlElement): string {
  const builder = create({ version: "1.0", encoding: "UTF-8" });
  append(builder, root);
  return `${builder.end({ prettyPrint: true, indent: "  ", newline: "\n" })}\n`;
}

function append(parent: XMLBuilder, { name, attributes, content }: XmlElement): void {
  const legal = Object.entries(attributes).map(([key, value]) => [key, verbatim(value)]);
  const node = parent.ele(name, Object.fromEntries(legal));
  if (typeof content === "string") node.txt(verbatim(content));
  else for (const child of content) append(node, child);
}

/**
 * Text so that it is read as it stands. xmlbuilder2 leaves an ampersand that begins something like an entity alone, so that
 * "&lt;" in a title would become "<"; hence the ampersand arrives there escaped.
 */
function verbatim(text: string): string {
  const legal = text.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, "");
  return legal.replaceAll("&", "&amp;");
}
