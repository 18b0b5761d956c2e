/** A package as the checks see it: plain facts, read once. */
import type { Place } from "../diagnostics/diagnostic.ts";
import type { Scan } from "./scan/scan.ts";
import type { XmlElement } from "./xml.ts";

export type Standard = "scorm12" | "scorm2004-3rd" | "scorm2004-4th";

/** What a check has to say; the runner adds the severity of its code. */
export interface Finding {
  readonly code: string;
  readonly message: string;
  readonly place?: Place;
  readonly help?: string;
}

/** A file of the zip, as its central directory describes it; sizes in bytes. */
export interface Entry {
  readonly path: string;
  readonly size: number;
  readonly compressedSize: number;
}

/** A parsed XML file; `root` is absent when it is not well-formed. */
export interface XmlFile {
  readonly path: string;
  readonly root?: XmlElement;
}

export interface Package {
  /** The zip's file name without its folder. */
  readonly name: string;
  /** Files without directories, in the order of the central directory. */
  readonly entries: readonly Entry[];
  readonly paths: ReadonlySet<string>;
  /** What is wrong with the zip itself. */
  readonly archiveFindings: readonly Finding[];
  /** What is wrong with its XML: syntax and schemas. */
  readonly xmlFindings: readonly Finding[];
  readonly manifest?: XmlElement;
  /** Metadata files that `adlcp:location` names and that the zip has. */
  readonly metadata: readonly XmlFile[];
  readonly standard?: Standard;
  /** Pages, scripts, style sheets and drawings by path. */
  readonly scans: ReadonlyMap<string, Scan>;
  /** Made by Coursewright: `index.html` says so. */
  readonly ours: boolean;
}

/** `imsmanifest.xml` in the root (SCORM 1.2 CAM 2.3.2; SCORM 2004 CAM 3.4.1). */
export const MANIFEST = "imsmanifest.xml";

/** True for the schema files that a package carries for validators; they are no content and need not be listed. */
export function isControlDocument(path: string): boolean {
  return /\.(xsd|dtd)$/i.test(path);
}

/** A place in the manifest. */
export function inManifest(element: XmlElement): Place {
  return { file: MANIFEST, line: element.line };
}
