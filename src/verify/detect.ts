import type { Standard } from "./package.ts";
import { childrenOf, type XmlElement } from "./xml.ts";

/** The namespaces of each standard (SCORM 1.2 CAM 2.3; SCORM 2004 CAM 3.4), by the prefix that LMSs look for literally. */
const SCORM12 = {
  imscp: "http://www.imsproject.org/xsd/imscp_rootv1p1p2",
  adlcp: "http://www.adlnet.org/xsd/adlcp_rootv1p2",
  imsmd: "http://www.imsglobal.org/xsd/imsmd_rootv1p2p1",
} as const;

const SCORM2004 = {
  imscp: "http://www.imsglobal.org/xsd/imscp_v1p1",
  adlcp: "http://www.adlnet.org/xsd/adlcp_v1p3",
  adlseq: "http://www.adlnet.org/xsd/adlseq_v1p3",
  adlnav: "http://www.adlnet.org/xsd/adlnav_v1p3",
  imsss: "http://www.imsglobal.org/xsd/imsss",
} as const;

/** A standard's namespaces by prefix. */
export function namespacesOf(standard: Standard): Readonly<Record<string, string>> {
  return standard === "scorm12" ? SCORM12 : SCORM2004;
}

/** The exact words of `schemaversion` for each standard. Others make Moodle take the package for SCORM 1.2. */
export const SCHEMA_VERSIONS: Readonly<Record<Standard, string>> = {
  scorm12: "1.2",
  "scorm2004-3rd": "2004 3rd Edition",
  "scorm2004-4th": "2004 4th Edition",
};

/** What `metadata/schemaversion` says. */
export function schemaVersion(manifest: XmlElement): string | undefined {
  return metadataChild(manifest, "schemaversion")?.text;
}

/** An element of the manifest's own metadata. */
export function metadataChild(manifest: XmlElement, local: string): XmlElement | undefined {
  return childrenOf(childrenOf(manifest, "metadata")[0], local)[0];
}

/** The standard by the manifest's namespace, the edition by its schemaversion; `undefined` for anything but SCORM. */
export function detect(manifest: XmlElement): Standard | undefined {
  if (manifest.local !== "manifest") return undefined;
  if (manifest.namespace === SCORM12.imscp) return "scorm12";
  if (manifest.namespace !== SCORM2004.imscp) return undefined;
  return schemaVersion(manifest) === SCHEMA_VERSIONS["scorm2004-4th"] ? "scorm2004-4th" : "scorm2004-3rd";
}
