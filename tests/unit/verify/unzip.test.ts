import { deflateRawSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { nameFindings } from "../../../src/verify/zip-names.ts";
import { codesOf, goodPackage, partsOf, verifyBytes, withFile } from "../../support/packages.ts";
import { zipOf } from "../../support/zip-writer.ts";

const good = goodPackage("scorm12");

test.each([
  ["/etc/passwd", "zip/unsafe-path"],
  ["a/../../b", "zip/unsafe-path"],
  ["a\\b", "zip/unsafe-path"],
  ["C:/a", "zip/unsafe-path"],
  ["a//b", "zip/unsafe-path"],
  ["", "zip/unsafe-path"],
  ["a\u0000.html", "zip/unsafe-path"],
  ["é.html", "zip/non-ascii-name"],
])("the name %j is refused: %s", (name, code) => {
  expect([...nameFindings([name])].map((finding) => finding.code)).toEqual([code]);
});

test.each(["a/b.html", "folder/", "with space.html", "..a/b..c", ".hidden"])("the name %j is fine", (name) => {
  expect([...nameFindings([name])]).toEqual([]);
});

test("an entry that unpacks to more than it says is stopped", async () => {
  const packed = deflateRawSync(Buffer.alloc(64 * 1024 * 1024));
  const notes = await verifyBytes(zipOf([...partsOf(good), { path: "a.html", bytes: "", size: 1000, packed }]));
  expect(codesOf(notes)).toContain("zip/damaged");
});

test("large media are not unpacked", async () => {
  const files = withFile(good, "media/a.bin", "");
  const media = { path: "media/a.bin", bytes: "", size: 1024 ** 3, packed: Buffer.from([1, 2, 3]) };
  const notes = await verifyBytes(zipOf([...partsOf(files).filter(({ path }) => path !== media.path), media]));
  expect(notes).toEqual([]);
});

test("a missing file is the caller's mistake, not a finding", async () => {
  const { verify } = await import("../../../src/verify/index.ts");
  await expect(verify("no/such/package.zip")).rejects.toThrow("no/such/package.zip");
});

test("a zip damaged anywhere gives findings, never an exception", async () => {
  const sound = zipOf(partsOf(withFile(good, "a.html", "<p>Hello</p>")));
  await fc.assert(
    fc.asyncProperty(fc.nat(sound.length - 1), fc.nat(255), async (at, value) => {
      const bytes = Buffer.from(sound);
      bytes[at] = value;
      expect(Array.isArray(await verifyBytes(bytes))).toBe(true);
    }),
    { numRuns: 60 },
  );
});
