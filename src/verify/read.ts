/** From a zip on disk to the facts that the checks need. */
import { basename } from "node:path";
import { sha256 } from "../files.ts";
import { detect } from "./detect.ts";
import { type Finding, MANIFEST, type Package, type XmlFile } from "./package.ts";
import { type Scan, scan } from "./scan/scan.ts";
import type { SchemaChecker, XmlDocumentFile } from "./schemas.ts";
import { unzip } from "./unzip.ts";
import { childrenOf, walk, type XmlElement, type XmlEngine } from "./xml.ts";

/** What stays from package to package. */
export interface Reader {
  readonly engine: XmlEngine;
  readonly checkSchemas: SchemaChecker;
  /** Scans of scripts and styles in the root, which are the same in all packages of a course, by path and hash. */
  readonly scans: Map<string, Scan | undefined>;
}

/** Reads a package. @throws Error when the file cannot be read from disk. */
export async function readPackage(path: string, reader: Reader): Promise<Package> {
  const scans = new Map<string, Scan>();
  const control = new Map<string, Buffer>();
  const archive = await unzip(path, (entry, bytes) => {
    if (/\.(xml|xsd)$/i.test(entry.path)) control.set(entry.path, bytes);
    const found = scanOnce(reader, entry.path, bytes);
    if (found) scans.set(entry.path, found);
  });
  return {
    name: basename(path),
    entries: archive.entries,
    paths: new Set(archive.entries.map((entry) => entry.path)),
    archiveFindings: archive.findings,
    scans,
    ours: /^Coursewright\b/.test(scans.get("index.html")?.generator ?? ""),
    ...readXml(control, reader),
  };
}

function scanOnce({ scans }: Reader, path: string, bytes: Buffer): Scan | undefined {
  if (path.includes("/") || !/\.(js|css)$/.test(path)) return scan(path, bytes.toString("utf8"));
  const key = `${path} ${sha256(bytes)}`;
  if (!scans.has(key)) scans.set(key, scan(path, bytes.toString("utf8")));
  return scans.get(key);
}

function readXml(control: ReadonlyMap<string, Buffer>, { engine, checkSchemas }: Reader) {
  const findings: Finding[] = [];
  const documents: XmlDocumentFile[] = [];
  const read = (path: string, code: string): XmlElement | undefined => {
    const bytes = control.get(path);
    if (!bytes) return undefined;
    const { root, faults } = engine.parse(bytes, path);
    for (const { message, line } of faults) {
      const help = "Correct the XML; an LMS stops reading here.";
      findings.push({ code, message: `This is no well-formed XML: ${message}`, help, place: { file: path, line } });
    }
    if (root) documents.push({ path, bytes, root });
    return root;
  };

  const manifest = read(MANIFEST, "manifest/not-well-formed");
  if (!manifest) return { xmlFindings: findings, metadata: [] };
  const metadata = metadataPaths(manifest)
    .filter((path) => control.has(path))
    .map((path): XmlFile => {
      const root = read(path, "metadata/not-well-formed");
      return root ? { path, root } : { path };
    });
  const standard = detect(manifest);
  if (!standard) return { xmlFindings: findings, manifest, metadata };
  const schemas = new Map([...control].filter(([path]) => /\.xsd$/i.test(path)));
  findings.push(...checkSchemas(standard, documents, schemas));
  return { xmlFindings: findings, manifest, metadata, standard };
}

/** The files that `metadata/adlcp:location` names (SCORM 1.2 CAM 2.2.4.3; SCORM 2004 CAM 3.4.1.6), each once. */
export function metadataPaths(manifest: XmlElement): readonly string[] {
  const locations = [...walk(manifest)].flatMap((element) =>
    element.local === "metadata" ? childrenOf(element, "location") : [],
  );
  return [...new Set(locations.map(({ text }) => text))];
}
