import fc from "fast-check";
import { XmlDocument } from "libxml2-wasm";
import { expect, test } from "vitest";
import { document, element, holding } from "../../../src/xml.ts";

/** Text and attribute as a parser reads them back. */
function readBack(text: string): { readonly text: string; readonly attribute: string } {
  const doc = XmlDocument.fromString(document(element("a", { b: text }, text)));
  try {
    return { text: doc.root.content, attribute: Object(doc.root.attr("b")).value };
  } finally {
    doc.dispose();
  }
}

test("a document has a declaration, two spaces of indentation and a last newline", () => {
  const root = element("a", { "xmlns:x": "urn:x", b: "1" }, [holding("x:c", "text"), holding("d", [element("e")])]);
  expect(document(root)).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<a xmlns:x="urn:x" b="1">
  <x:c>text</x:c>
  <d>
    <e/>
  </d>
</a>
`);
});

test("markup in text and attributes arrives as text", () => {
  const text = `<b a='"'>&amp; ]]> "quoted"`;
  expect(readBack(text)).toEqual({ text, attribute: text });
});

test("what XML 1.0 forbids is left out, half characters too", () => {
  expect(readBack("a\u0000\u000B\uFFFE\uD800b\uDC00\u{1F600}c")).toEqual({
    text: "ab\u{1F600}c",
    attribute: "ab\u{1F600}c",
  });
});

test("every text is read back as written, but for what XML forbids or a parser normalizes", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 20 }), (written) => {
      const legal = written.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, "");
      // XML 1.0, sections 2.11 (line ends) and 3.3.3 (white space in attributes).
      const text = legal.replace(/\r\n?/g, "\n");
      expect(readBack(written)).toEqual({ text, attribute: text.replace(/[\t\n]/g, " ") });
    }),
  );
});
