import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { CHECKS, type Standard } from "../../../src/verify/index.ts";
import {
  changed,
  codesOf,
  type Files,
  foreign,
  goodPackage,
  partsOf,
  verifyBytes,
  verifyFiles,
  withFile,
} from "../../support/packages.ts";
import { type ZipPart, zipOf } from "../../support/zip-writer.ts";

const MANIFEST = "imsmanifest.xml";
const good12 = goodPackage("scorm12");
const good4th = goodPackage("scorm2004-4th");

/** SCORM 1.2 with the manifest changed. */
const manifest12 = (from: string, to: string): Files => changed(good12, MANIFEST, from, to);
const manifest4th = (from: string, to: string): Files => changed(good4th, MANIFEST, from, to);
const page = (html: string): Files => changed(good12, "index.html", "</p>", `</p>${html}`);
const script = (code: string): Files => ({ ...good12, "player.js": code });
const without = (files: Files, path: string): Files =>
  Object.fromEntries(Object.entries(files).filter(([each]) => each !== path));
const part = (changes: Partial<ZipPart>): Buffer =>
  zipOf([
    ...partsOf(withFile(good12, "media/a.bin", "x")).filter(({ path }) => path !== "media/a.bin"),
    media(changes),
  ]);
const media = (changes: Partial<ZipPart>): ZipPart => ({ path: "media/a.bin", bytes: "x", ...changes });

const scormPrefix = (prefix: string): string => prefix.replace("adlcp", "scorm");
const LONG = "x".repeat(256);
const GLOBAL_OBJECTIVE = `</imsss:minNormalizedMeasure></imsss:primaryObjective><imsss:objective objectiveID="X"><imsss:mapInfo targetObjectiveID="Y"/></imsss:objective>`;

/** One way to earn each code: the files, or the bytes of a zip that no honest tool writes. */
const BROKEN: Readonly<Record<string, Files | Buffer>> = {
  "zip/unreadable": Buffer.from("This is no zip at all, not even a little."),
  "zip/trailing-data": zipOf(partsOf(good12), "something else"),
  "zip/unsafe-path": zipOf([...partsOf(good12), { path: "../evil.js", bytes: "" }]),
  "zip/duplicate-name": zipOf([...partsOf(good12), { path: "player.js", bytes: "1" }]),
  "zip/case-clash": zipOf([...partsOf(good12), { path: "Player.js", bytes: "1" }]),
  "zip/symlink": part({ mode: 0o120777 }),
  "zip/encrypted": part({ encrypted: true }),
  "zip/unsupported-method": part({ method: 12 }),
  "zip/bomb": withFile(good12, "bomb.html", Buffer.alloc(3 * 1024 * 1024, 0x20)),
  "zip/damaged": part({ packed: Buffer.from([0xff, 0xff, 0xff]) }),
  "zip/checksum": part({ checksum: 1 }),
  "zip/non-ascii-name": withFile(good12, "media/pulsgerät.txt", "x"),
  "zip/unchecked-text": withFile(good12, "large.js", `//${randomBytes(3 * 1024 * 1024).toString("base64")}`),

  "manifest/missing": without(good12, MANIFEST),
  "manifest/unknown-standard": manifest12('xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"', 'xmlns="urn:x"'),
  "manifest/schemaversion": manifest12("<schemaversion>1.2<", "<schemaversion>SCORM 1.2<"),
  "manifest/not-well-formed": manifest12("</organizations>", ""),
  "metadata/not-well-formed": {
    ...manifest12("</schemaversion>", "</schemaversion><adlcp:location>lom.xml</adlcp:location>"),
    "lom.xml": "<lom>",
  },
  "schema/invalid": manifest12("<organizations ", '<organizations color="red" '),
  "schema/unusable": { ...good12, "imscp_rootv1p1p2.xsd": "<schema/>" },
  "manifest/prefix": {
    ...good12,
    [MANIFEST]: String(good12[MANIFEST]).replace(/\badlcp:|(?<=xmlns:)adlcp/g, scormPrefix),
  },
  "schema/unmapped": manifest4th(" http://www.imsglobal.org/xsd/imsss imsss_v1p0.xsd", ""),
  "metadata/missing": manifest12("</schemaversion>", "</schemaversion><adlcp:location>lom.xml</adlcp:location>"),

  "manifest/identifier-invalid": manifest12('item identifier="I1"', 'item identifier="1 a"'),
  "manifest/identifier-duplicate": manifest12('item identifier="I1"', 'item identifier="O1"'),
  "manifest/identifier-too-long": manifest12('item identifier="I1"', `item identifier="${LONG}"`),
  "organizations/none": { ...good12, [MANIFEST]: String(good12[MANIFEST]).replace(/<item[\s\S]*<\/item>/, "") },
  "organizations/default": manifest12(' default="O1"', ""),
  "title/missing": manifest12('"R1"><title>Duties</title>', '"R1"><title> </title>'),
  "title/duplicate": manifest12("<title>Duties</title>", "<title>A</title><title>B</title>"),
  "title/too-long": manifest12("<title>Duties</title>", `<title>${LONG}</title>`),
  "item/no-resource": manifest12(' identifierref="R1"', ""),
  "item/branch-resource": manifest12(
    "<adlcp:masteryscore>",
    '<item identifier="I2" identifierref="R1"><title>In it</title></item><adlcp:masteryscore>',
  ),
  "item/unknown-resource": manifest12('identifierref="R1"', 'identifierref="R2"'),
  "item/prerequisites": manifest12(
    "<adlcp:masteryscore>",
    '<adlcp:prerequisites type="aicc_script">I0</adlcp:prerequisites><adlcp:masteryscore>',
  ),
  "resource/unreferenced": manifest12(
    "</resources>",
    '<resource identifier="R2" type="webcontent" adlcp:scormtype="asset"/></resources>',
  ),
  "resource/scorm-type": manifest12("adlcp:scormtype", "adlcp:scormType"),
  "resource/no-href": manifest12(' href="index.html">', ">"),
  "resource/href-not-listed": manifest12('<file href="index.html"/>', ""),
  "resource/launch-missing": without(good12, "index.html"),
  "resource/address": manifest12('<file href="player.js"/>', '<file href="https://example.org/player.js"/>'),
  "resource/base": manifest12("<resources>", '<resources xml:base="content">'),
  "file/missing": without(good12, "player.js"),
  "file/unlisted": { ...good12, "media/a.txt": "x" },

  "scoring/mastery-score": manifest12(">80<", ">180<"),
  "scoring/measure": manifest4th(">0.8<", ">80<"),
  "sequencing/map-info": changed(
    manifest4th("</imsss:primaryObjective>", ""),
    MANIFEST,
    "</imsss:minNormalizedMeasure>",
    GLOBAL_OBJECTIVE,
  ),
  "scoring/completion-threshold": manifest4th("<imsss:sequencing>", "<adlcp:completionThreshold/><imsss:sequencing>"),

  "script/unload-listener": script("addEventListener('beforeunload', save)"),
  "script/eval": script("const f = new Function('return 1')"),
  "script/document-write": script("document.write('x')"),
  "script/dynamic-import": script("import('./more.js')"),
  "script/network": script("fetch('data.json')"),
  "script/dialog": script("if (window.confirm('Leave?')) leave()"),
  "script/service-worker": script("navigator.serviceWorker.register('sw.js')"),
  "script/inline-style": script("bar.setAttribute('style', 'width:50%')"),
  "script/content": withFile(good12, "content/plan.js", 'coursewright("plan", 0, {}); steal()'),
  "page/inline-script": page("<script>start()</script>"),
  "page/inline-handler": page('<button onclick="go()">Go</button>'),
  "page/inline-style": page('<p style="color:red">x</p>'),
  "page/javascript-url": page('<a href=" java&#115;cript:go()">Go</a>'),
  "page/data-uri": page('<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="">'),
  "page/module-script": page('<script type="module" src="player.js"></script>'),
  "page/external-request": page('<img src="//example.org/a.png" alt="">'),
  "reference/missing": page('<img src="media/none.png" alt="">'),
  "budget/player": script(`// ${randomBytes(60 * 1024).toString("base64")}`),
  "budget/package": withFile(
    withFile(good12, "content/plan.js", 'coursewright("plan", 0, {"modules":[{"lessons":[{"ordinal":1}]}]});'),
    "content/lesson-1.js",
    `coursewright("lesson", 1, "${randomBytes(140 * 1024).toString("base64")}");`,
  ),
};

const CODES = CHECKS.flatMap(({ codes }) => codes);
const verdict = (broken: Files | Buffer) => (Buffer.isBuffer(broken) ? verifyBytes(broken) : verifyFiles(broken));

test("codes are unique, well named, and each has a broken package", () => {
  const codes = CODES.map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
  for (const code of codes) expect(code).toMatch(/^[a-z]+\/[a-z-]+$/);
  expect(Object.keys(BROKEN).sort()).toEqual([...codes].sort());
});

test.each(CODES)("$code is found, with a place and a remedy", async ({ code, severity, elsewhere }) => {
  const broken = BROKEN[code] ?? {};
  const notes = (await verdict(broken)).filter((note) => note.code === code);
  expect(notes.length).toBeGreaterThan(0);
  // A zip that cannot be read, or lost its page, does not say whose it is.
  const known = !Buffer.isBuffer(broken) && "index.html" in broken;
  for (const { severity: found, place, help } of notes) {
    expect(found).toBe(known || !elsewhere ? severity : expect.stringMatching(`^(${severity}|${elsewhere})$`));
    expect(place?.file).toBeTruthy();
    expect(help).toBeTruthy();
  }
});

const softer = CODES.filter(({ code, elsewhere }) => elsewhere && !Buffer.isBuffer(BROKEN[code]));
test.each(softer)("$code is milder in packages that others made", async ({ code, elsewhere }) => {
  const files = BROKEN[code] as Files; // Buffers are filtered out above.
  const notes = (await verifyFiles(foreign(files))).filter((note) => note.code === code);
  expect(notes.map(({ severity }) => severity)).toContain(elsewhere);
});

test.each([
  "scoring/mastery-score",
  "file/unlisted",
  "script/network",
  "page/inline-style",
  "reference/missing",
  "zip/bomb",
  "sequencing/map-info",
  "manifest/prefix",
])("%s comes alone", async (code) => {
  expect(codesOf(await verdict(BROKEN[code] ?? {}))).toEqual([code]);
});

test("the same mistake is found in both editions of SCORM 2004", async () => {
  for (const standard of ["scorm2004-3rd", "scorm2004-4th"] satisfies Standard[]) {
    const notes = await verifyFiles(changed(goodPackage(standard), MANIFEST, "adlcp:scormType", "adlcp:scormtype"));
    expect(codesOf(notes)).toContain("resource/scorm-type");
  }
});
