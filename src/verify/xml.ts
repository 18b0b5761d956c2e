/**
 * XML by libxml2, compiled to WebAssembly and loaded on first use. Nothing is read from disk or network: no input provider
 * but ours is ever registered, and external entities are off.
 */
import { setFlagsFromString } from "node:v8";
import type { XmlElement as LibElement, XmlDocument, XsdValidator } from "libxml2-wasm";

export interface XmlAttribute {
  readonly prefix: string;
  readonly local: string;
  readonly namespace: string;
  readonly value: string;
}

/** An element, detached from the parser's memory. */
export interface XmlElement {
  readonly prefix: string;
  readonly local: string;
  readonly namespace: string;
  readonly line: number;
  readonly attributes: readonly XmlAttribute[];
  readonly children: readonly XmlElement[];
  /** The text of an element that holds no others, trimmed; else empty. */
  readonly text: string;
}

/** What the parser or a schema objects to; `line` counts from 1. */
export interface XmlFault {
  readonly message: string;
  readonly file: string;
  readonly line: number;
}

export interface ParsedXml {
  readonly root?: XmlElement;
  readonly faults: readonly XmlFault[];
}

/** Schema files by path, and which of them a document may draw on. */
export interface SchemaSet {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly imports: readonly { readonly namespace: string; readonly location: string }[];
}

/** Checks a document; or `faults` says why the schema files cannot be used. */
export type Schema =
  | { readonly ok: true; validate(bytes: Uint8Array, file: string): readonly XmlFault[] }
  | { readonly ok: false; readonly faults: readonly XmlFault[] };

export interface XmlEngine {
  parse(bytes: Uint8Array, file: string): ParsedXml;
  compile(set: SchemaSet): Schema;
}

/** Schema files live under this address while they are compiled; it leads nowhere else. */
const BASE = "mem:///";
const DRIVER = "driver.xsd";

type Lib = typeof import("libxml2-wasm");

/** Loads the parser: about 0.07 CPU seconds, once in a process. */
export async function loadXmlEngine(): Promise<XmlEngine> {
  // A short-lived process gains nothing from optimizing WebAssembly: in the background that costs twice what checking does.
  setFlagsFromString("--wasm-tiering-budget=200000000");
  const lib = await import("libxml2-wasm");
  return { parse: (bytes, file) => parse(lib, bytes, file), compile: (set) => compile(lib, set) };
}

function parse(lib: Lib, bytes: Uint8Array, file: string): ParsedXml {
  try {
    return { root: withDocument(lib, { bytes, file }, (document) => detach(document.root)), faults: [] };
  } catch (error) {
    return { faults: faultsOf(lib, error, file) };
  }
}

function compile(lib: Lib, set: SchemaSet): Schema {
  const buffers = Object.fromEntries([...set.files].map(([path, bytes]) => [BASE + path, bytes]));
  lib.xmlRegisterInputProvider(new lib.XmlBufferInputProvider(buffers));
  try {
    const driver = lib.XmlDocument.fromString(driverSchema(set), { url: BASE + DRIVER });
    // The validator points into its document, so both are held as long as the schema: a handful in a process.
    const held = { driver, validator: lib.XsdValidator.fromDoc(driver) };
    return { ok: true, validate: (bytes, file) => validate(lib, held.validator, { bytes, file }) };
  } catch (error) {
    return { ok: false, faults: faultsOf(lib, error, DRIVER).filter(({ file }) => file !== DRIVER) };
  } finally {
    lib.xmlCleanupInputProvider();
  }
}

interface Input {
  readonly bytes: Uint8Array;
  readonly file: string;
}

function validate(lib: Lib, validator: XsdValidator, input: Input): readonly XmlFault[] {
  try {
    withDocument(lib, input, (document) => validator.validate(document));
    return [];
  } catch (error) {
    return faultsOf(lib, error, input.file);
  }
}

function withDocument<T>(
  { ParseOption: O, XmlDocument }: Lib,
  { bytes, file }: Input,
  use: (doc: XmlDocument) => T,
): T {
  // NOENT puts internal entities in place, since the validator knows no references; NO_XXE keeps external ones out.
  const option =
    O.XML_PARSE_NOENT | O.XML_PARSE_NO_XXE | O.XML_PARSE_NONET | O.XML_PARSE_NO_SYS_CATALOG | O.XML_PARSE_BIG_LINES;
  const document = XmlDocument.fromBuffer(bytes, { url: file, option });
  try {
    return use(document);
  } finally {
    document.dispose();
  }
}

function faultsOf(lib: Lib, error: unknown, file: string): readonly XmlFault[] {
  if (!(error instanceof lib.XmlError)) throw error;
  if (!(error instanceof lib.XmlLibError)) return [{ message: error.message, file, line: 0 }];
  return error.details.map((detail) => ({
    message: detail.message.trim(),
    file: detail.file?.replace(BASE, "") ?? file,
    line: detail.line,
  }));
}

/** A schema that imports each namespace's file: the entry that the published sets lack. */
function driverSchema({ imports }: SchemaSet): string {
  const lines = imports.map(
    ({ namespace, location }) =>
      `<xs:import namespace="${escapeXml(namespace)}" schemaLocation="${escapeXml(location)}"/>`,
  );
  return `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">${lines.join("")}</xs:schema>`;
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}

function detach(element: LibElement): XmlElement {
  const children: XmlElement[] = [];
  for (let node = element.firstChild; node; node = node.next) {
    // The parser's own classes would have to be loaded to ask `instanceof`; only elements have attributes.
    if ("attrs" in node) children.push(detach(node as LibElement));
  }
  return {
    prefix: element.prefix,
    local: element.name,
    namespace: element.namespaceUri,
    line: element.line,
    attributes: element.attrs.map(({ prefix, name, namespaceUri, value }) => ({
      prefix,
      local: name,
      namespace: namespaceUri,
      value,
    })),
    children,
    text: children.length === 0 ? element.content.trim() : "",
  };
}

/** The children with this local name, whatever their prefix. */
export function childrenOf(element: XmlElement | undefined, local: string): readonly XmlElement[] {
  return element?.children.filter((child) => child.local === local) ?? [];
}

/** The value of an attribute by local name; of `xml:base` and the like by prefix too. */
export function attributeOf(element: XmlElement, local: string, prefix?: string): string | undefined {
  return element.attributes.find((each) => each.local === local && (prefix === undefined || each.prefix === prefix))
    ?.value;
}

/** The element and everything in it, in document order. */
export function* walk(element: XmlElement): Iterable<XmlElement> {
  yield element;
  for (const child of element.children) yield* walk(child);
}
