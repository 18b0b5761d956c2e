/** Validates XML against the schema files in the package, and against the standard bodies' own where those differ. */
import { type PackageFile, sha256 } from "../files.ts";
import { namespacesOf } from "./detect.ts";
import type { Finding, Standard } from "./package.ts";
import {
  attributeOf,
  type Schema,
  type SchemaSet,
  walk,
  type XmlElement,
  type XmlEngine,
  type XmlFault,
} from "./xml.ts";

/** The standard bodies' schema files by standard, with bytes in memory. */
export type ControlDocuments = Readonly<Partial<Record<Standard, readonly PackageFile[]>>>;

export interface XmlDocumentFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly root: XmlElement;
}

type Files = ReadonlyMap<string, Uint8Array>;
export type SchemaChecker = (
  standard: Standard,
  documents: readonly XmlDocumentFile[],
  files: Files,
) => readonly Finding[];

export const XSI = "http://www.w3.org/2001/XMLSchema-instance";
const XML = "http://www.w3.org/XML/1998/namespace";

/** The file that declares each namespace, under the name that the standards publish it. */
const PUBLISHED: Readonly<Record<string, string>> = {
  "http://www.imsproject.org/xsd/imscp_rootv1p1p2": "imscp_rootv1p1p2.xsd",
  "http://www.adlnet.org/xsd/adlcp_rootv1p2": "adlcp_rootv1p2.xsd",
  "http://www.imsglobal.org/xsd/imsmd_rootv1p2p1": "imsmd_rootv1p2p1.xsd",
  "http://www.imsglobal.org/xsd/imscp_v1p1": "imscp_v1p1.xsd",
  "http://www.adlnet.org/xsd/adlcp_v1p3": "adlcp_v1p3.xsd",
  "http://www.adlnet.org/xsd/adlseq_v1p3": "adlseq_v1p3.xsd",
  "http://www.adlnet.org/xsd/adlnav_v1p3": "adlnav_v1p3.xsd",
  "http://www.imsglobal.org/xsd/imsss": "imsss_v1p0.xsd",
};

/** `xml:lang` and `xml:base` for SCORM 1.2, whose own `ims_xml.xsd` binds the xml namespace as default and is refused. */
const XML_NAMESPACE_SCHEMA = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="${XML}">
<xs:attribute name="lang" type="xs:language"/><xs:attribute name="base" type="xs:anyURI"/></xs:schema>`;

/** A checker that compiles each set of schema files once, however many packages carry it. */
export function createSchemaChecker(engine: XmlEngine, official: ControlDocuments): SchemaChecker {
  const compiled = new Map<string, Schema>();
  const schemaOf = (set: SchemaSet): Schema => {
    const key = JSON.stringify([set.imports, [...set.files].map(([path, bytes]) => [path, sha256(bytes)])]);
    const schema = compiled.get(key) ?? engine.compile(set);
    compiled.set(key, schema);
    return schema;
  };

  return (standard, documents, files) => {
    const known = schemaFilesOf(official[standard] ?? []);
    const own = schemaSet(documents, files);
    const whole = schemaSet(documents, new Map([...files, ...known]));
    // A package without schema files of its own, or with the very same, has nothing to add.
    const differs = [...known].some(([path, bytes]) => !sameBytes(files.get(path), bytes));
    const sets = files.size > 0 && differs && covers(own, standard) ? [whole, own] : [whole];
    return unique(sets.flatMap((set) => (covers(set, standard) ? validate(schemaOf(set), documents) : [])));
  };
}

/** A set says something only when it declares the manifest itself. */
function covers(set: SchemaSet, standard: Standard): boolean {
  return set.imports.some(({ namespace }) => namespace === namespacesOf(standard).imscp);
}

function validate(schema: Schema, documents: readonly XmlDocumentFile[]): readonly Finding[] {
  if (!schema.ok) {
    const [fault] = schema.faults;
    const message = `The schema files cannot be used: ${fault ? sentence(fault.message) : "they cannot be read."}`;
    const help = "Put the standard bodies' files, unchanged, into the package's root.";
    return [{ code: "schema/unusable", message, help, ...(fault ? { place: placeOf(fault) } : {}) }];
  }
  return documents.flatMap(({ path, bytes }) =>
    schema.validate(bytes, path).map((fault) => ({
      code: "schema/invalid",
      message: sentence(fault.message),
      place: placeOf(fault),
      help: "Correct the manifest, or report it to the maker of the tool that wrote it.",
    })),
  );
}

/** The schema files, and those of them that the documents' namespaces call for. */
function schemaSet(documents: readonly XmlDocumentFile[], files: Files): SchemaSet {
  const mapped = new Map(documents.flatMap(({ root }) => [...schemaLocations(root)]));
  const used = new Set(documents.flatMap(({ root }) => [...namespacesIn(root)]));
  const imports = [...used].sort().flatMap((namespace) => {
    const locations = [mapped.get(namespace), PUBLISHED[namespace]];
    const location = locations.find((each) => each !== undefined && files.has(each));
    return location === undefined ? [] : [{ namespace, location }];
  });
  const schemas = [...files].filter(([path]) => /\.xsd$/i.test(path)).sort(([a], [b]) => (a < b ? -1 : 1));
  return { files: new Map(schemas.map(([path, bytes]) => [path, repair(path, bytes)])), imports };
}

/** The published SCORM 1.2 files have two faults that strict parsers refuse. */
function repair(path: string, bytes: Uint8Array): Uint8Array {
  if (/(^|\/)ims_xml\.xsd$/.test(path)) return new TextEncoder().encode(XML_NAMESPACE_SCHEMA);
  if (path !== "imsmd_rootv1p2p1.xsd") return bytes;
  // Its wildcard competes with its own optional elements (XML Schema 1.0, 3.8.6, Unique Particle Attribution).
  return new TextEncoder().encode(new TextDecoder().decode(bytes).replace('namespace="##any"', 'namespace="##other"'));
}

/** The namespaces of a document's elements and attributes, without xml and xsi, which need no schema. */
export function namespacesIn(root: XmlElement): ReadonlySet<string> {
  const found = new Set<string>();
  for (const element of walk(root)) {
    for (const { namespace } of [element, ...element.attributes]) {
      if (namespace !== "" && namespace !== XML && namespace !== XSI) found.add(namespace);
    }
  }
  return found;
}

/** Namespace to file, as `xsi:schemaLocation` says anywhere in the document. */
export function schemaLocations(root: XmlElement): ReadonlyMap<string, string> {
  const pairs = new Map<string, string>();
  for (const element of walk(root)) {
    const words = (attributeOf(element, "schemaLocation") ?? "").split(/\s+/).filter((word) => word !== "");
    for (let at = 0; at + 1 < words.length; at += 2) pairs.set(words[at] ?? "", words[at + 1] ?? "");
  }
  return pairs;
}

/** Schema files by path, from the kit. @throws Error for a file that is not in memory: the kit's maker reads them. */
function schemaFilesOf(documents: readonly PackageFile[]): Files {
  return new Map(
    documents
      .filter(({ path }) => /\.xsd$/i.test(path))
      .map(({ path, content }) => {
        if (content.kind !== "bytes") throw new Error(`The control document ${path} must be in memory.`);
        return [path, content.bytes];
      }),
  );
}

function sameBytes(a: Uint8Array | undefined, b: Uint8Array): boolean {
  return a !== undefined && Buffer.compare(a, b) === 0;
}

function placeOf({ file, line }: XmlFault) {
  return line > 0 ? { file, line } : { file };
}

/** The parser's words without namespaces in braces. */
function sentence(message: string): string {
  return message.replace(/\{[^{}]*\}/g, "");
}

function unique(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Set<string>();
  return findings.filter((finding) => {
    const key = JSON.stringify(finding);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
