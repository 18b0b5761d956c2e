import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import type { Standard } from "../../../src/verify/index.ts";
import { foreign, goodPackage, MANIFESTS, verifyFiles } from "../../support/packages.ts";

const STANDARDS: readonly Standard[] = ["scorm12", "scorm2004-3rd", "scorm2004-4th"];

test.each(STANDARDS)("a sound %s package has no findings", async (standard) => {
  expect(await verifyFiles(goodPackage(standard))).toEqual([]);
  expect(await verifyFiles(foreign(goodPackage(standard)))).toEqual([]);
});

const schemas = fileURLToPath(new URL("../../../../shared/schemas/", import.meta.url));
const hasXmllint = existsSync("/usr/bin/xmllint");
const DRIVERS: Readonly<Record<Standard, readonly (readonly [string, string])[]>> = {
  scorm12: [
    ["http://www.imsproject.org/xsd/imscp_rootv1p1p2", "scorm12/imscp_rootv1p1p2.xsd"],
    ["http://www.adlnet.org/xsd/adlcp_rootv1p2", "scorm12/adlcp_rootv1p2.xsd"],
  ],
  "scorm2004-3rd": set2004("scorm2004-3e"),
  "scorm2004-4th": set2004("scorm2004-4e"),
};

function set2004(folder: string) {
  return [
    ["http://www.imsglobal.org/xsd/imscp_v1p1", `${folder}/imscp_v1p1.xsd`],
    ["http://www.adlnet.org/xsd/adlcp_v1p3", `${folder}/adlcp_v1p3.xsd`],
    ["http://www.imsglobal.org/xsd/imsss", `${folder}/imsss_v1p0.xsd`],
  ] as const;
}

/** True when xmllint, with the standard bodies' schemas, accepts a manifest. */
async function xmllintAccepts(standard: Standard, manifest: string): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), "coursewright-"));
  try {
    const imports = DRIVERS[standard].map(
      ([namespace, path]) => `<xs:import namespace="${namespace}" schemaLocation="${schemas}${path}"/>`,
    );
    const schema = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">${imports.join("")}</xs:schema>`;
    await writeFile(join(folder, "driver.xsd"), schema);
    await writeFile(join(folder, "imsmanifest.xml"), manifest);
    const env = { ...process.env, XML_CATALOG_FILES: join(schemas, "catalog.xml") };
    execFileSync("xmllint", ["--nonet", "--noout", "--schema", "driver.xsd", "imsmanifest.xml"], {
      cwd: folder,
      env,
      stdio: "pipe",
    });
    return true;
  } catch (error) {
    // 3 and 4: the document is invalid; anything else means that xmllint itself failed.
    if (error instanceof Error && "status" in error && (error.status === 3 || error.status === 4)) return false;
    throw error;
  } finally {
    await rm(folder, { recursive: true });
  }
}

if (existsSync(schemas) && hasXmllint) {
  test.each(STANDARDS)("xmllint agrees about %s manifests", async (standard) => {
    const good = MANIFESTS[standard];
    const bad = good.replace("<title>Duties</title>", "<title>Duties</title><metadata><x/></metadata><titel/>");
    expect(await xmllintAccepts(standard, good)).toBe(true);
    expect(await xmllintAccepts(standard, bad)).toBe(false);
    const notes = await verifyFiles({ ...goodPackage(standard), "imsmanifest.xml": bad });
    expect(notes.map(({ code }) => code)).toContain("schema/invalid");
  });
}
