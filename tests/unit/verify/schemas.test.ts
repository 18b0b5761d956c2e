import { expect, test } from "vitest";
import { createVerifier } from "../../../src/verify/index.ts";
import {
  changed,
  codesOf,
  type Files,
  goodPackage,
  partsOf,
  verifyBytes,
  verifyFiles,
} from "../../support/packages.ts";
import { zipOf } from "../../support/zip-writer.ts";

const MANIFEST = "imsmanifest.xml";
const good12 = goodPackage("scorm12");
const withColor = changed(good12, MANIFEST, "<organizations ", '<organizations color="red" ');
const withoutSchemas = (files: Files): Files =>
  Object.fromEntries(Object.entries(files).filter(([path]) => !/\.(xsd|dtd)$/.test(path)));

const LOM = `<lom xmlns="http://www.imsglobal.org/xsd/imsmd_rootv1p2p1"><general><title><langstring xml:lang="en">Duties</langstring></title></general></lom>`;

test("a package without schema files is checked against the kit's", async () => {
  expect(codesOf(await verifyFiles(withoutSchemas(good12)))).toEqual([]);
  expect(codesOf(await verifyFiles(withoutSchemas(withColor)))).toEqual(["schema/invalid"]);
});

test("without a kit, the schema files in the package count", async () => {
  const alone = createVerifier();
  expect(codesOf(await verifyBytes(zipOf(partsOf(withColor)), alone))).toEqual(["schema/invalid"]);
  expect(codesOf(await verifyBytes(zipOf(partsOf(withoutSchemas(withColor))), alone))).toEqual([]);
});

test("schema files that were made to allow more do not hide what the official ones forbid", async () => {
  const lax = changed(
    withColor,
    "imscp_rootv1p1p2.xsd",
    '<xsd:attribute name="default" type="xsd:IDREF" use="optional"/>',
    '<xsd:attribute name="default" type="xsd:IDREF" use="optional"/><xsd:attribute name="color" type="xsd:string"/>',
  );
  const notes = await verifyFiles(lax);
  expect(notes.map(({ code, place }) => [code, place])).toEqual([["schema/invalid", { file: MANIFEST, line: 6 }]]);
});

test("LOM of SCORM 1.2 is checked, inline and in a file of its own", async () => {
  const inline = changed(good12, MANIFEST, "</schemaversion>", `</schemaversion>${LOM}`);
  expect(codesOf(await verifyFiles(inline))).toEqual([]);
  const wrong = changed(inline, MANIFEST, "<general>", "<generally/><general>");
  expect(codesOf(await verifyFiles(wrong))).toEqual(["schema/invalid"]);

  const named = changed(
    good12,
    MANIFEST,
    "</schemaversion>",
    "</schemaversion><adlcp:location>lom.xml</adlcp:location>",
  );
  expect(codesOf(await verifyFiles({ ...named, "lom.xml": LOM }))).toEqual([]);
  const notes = await verifyFiles({ ...named, "lom.xml": LOM.replace("<general>", "<generally/><general>") });
  expect(notes.map(({ code, place }) => [code, place?.file])).toEqual([["schema/invalid", "lom.xml"]]);
});

/** The manifest with a title made of an entity. */
const withEntity = (declarations: string, reference: string): Files =>
  changed(
    changed(good12, MANIFEST, "<manifest", `<!DOCTYPE manifest [${declarations}]>\n<manifest`),
    MANIFEST,
    "<title>Duties</title>",
    `<title>${reference}</title>`,
  );

test("documents cannot grow by entities", async () => {
  const tenfold = Array.from({ length: 8 }, (_, at) => `<!ENTITY e${at + 1} "${`&e${at};`.repeat(10)}">`);
  const laughs = `<!ENTITY e0 "${"x".repeat(20)}">${tenfold.join("")}`;
  expect(codesOf(await verifyFiles(withEntity(laughs, "&e8;")))).toEqual(["manifest/not-well-formed"]);
});

test("documents cannot read files", async () => {
  const file = `<!ENTITY file SYSTEM "${import.meta.url}">`;
  expect(codesOf(await verifyFiles(withEntity(file, "&file;")))).toContain("title/missing");
});

test("one checker serves many packages, also at once", async () => {
  const verify = createVerifier();
  const verdicts = await Promise.all(
    [good12, withColor, good12].map((files) => verifyBytes(zipOf(partsOf(files)), verify)),
  );
  expect(verdicts.map(codesOf)).toEqual([[], ["schema/invalid"], []]);
});
