/** The one place that writes XML, and the only escaping in the code base. */

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
  return `<?xml version="1.0" encoding="UTF-8"?>\n${written(root, "")}`;
}

function written({ name, attributes, content }: XmlElement, indentation: string): string {
  const pairs = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${escaped(value).replaceAll('"', "&quot;")}"`,
  );
  const start = `${indentation}<${name}${pairs.join("")}`;
  const inside = typeof content === "string" ? escaped(content) : innerXml(content, indentation);
  return inside === "" ? `${start}/>\n` : `${start}>${inside}</${name}>\n`;
}

function innerXml(children: readonly XmlElement[], indentation: string): string {
  const lines = children.map((child) => written(child, `${indentation}  `)).join("");
  return lines === "" ? "" : `\n${lines}${indentation}`;
}

/** Characters that begin or end markup (XML 1.0, section 2.4), in text without those that XML forbids. */
function escaped(text: string): string {
  const legal = text.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, "");
  return legal.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
