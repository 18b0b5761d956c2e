import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { bytesFile, type PackageFile, sha256, textFile } from "../../../src/files.ts";
import { pack, type Remembered } from "../../../src/pack/zip.ts";
import { centralRecord, endRecord, localHeader } from "../../../src/pack/zip-records.ts";
import { type Entry, entriesOf, readZip } from "../../support/zip.ts";

// Processes of their own on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const folder = mkdtempSync(join(tmpdir(), "coursewright-pack-"));
const movie = join(folder, "movie source.mp4");
const text = "What the learner reads. ".repeat(2_000);
/** More than what is read into memory. */
const film = text.repeat(30);

beforeAll(() => writeFileSync(movie, film));
afterAll(() => rmSync(folder, { recursive: true }));

function streamed(path: string, file: string, size: number): PackageFile {
  return { path, content: { kind: "file", file }, size, sha256: sha256(path) };
}

const FILES: readonly PackageFile[] = [
  textFile("index.html", text),
  textFile("content/plan.js", "coursewright();"),
  textFile("empty.txt", ""),
  bytesFile("media/a.png", new Uint8Array([1, 2, 3])),
  textFile("media/movie.vtt", film),
  streamed("media/movie.mp4", movie, film.length),
];

/** The hash of the zip. */
async function packed(files: readonly PackageFile[], name: string, remembered?: Remembered): Promise<string> {
  await pack(files, join(folder, name), remembered);
  return sha256(readFileSync(join(folder, name)));
}

async function entryOf(path: string): Promise<Entry> {
  await pack(FILES, join(folder, "entries.zip"));
  const entry = (await entriesOf(join(folder, "entries.zip"))).find(({ fileName }) => fileName === path);
  if (!entry) throw new Error(`${path} is not in the package`);
  return entry;
}

test("a zip reader gets back every file, in the order of paths", async () => {
  await pack(FILES, join(folder, "read.zip"));
  const read = await readZip(join(folder, "read.zip"));
  expect([...read.keys()]).toEqual([
    "content/plan.js",
    "empty.txt",
    "index.html",
    "media/a.png",
    "media/movie.mp4",
    "media/movie.vtt",
  ]);
  expect(read.get("index.html")?.toString()).toBe(text);
  expect(read.get("media/movie.mp4")?.toString()).toBe(film);
  expect(read.get("empty.txt")?.length).toBe(0);
  expect([...(read.get("media/a.png") ?? [])]).toEqual([1, 2, 3]);
});

test("the order of files changes no byte", async () => {
  expect(await packed(FILES.toReversed(), "b.zip")).toBe(await packed(FILES, "a.zip"));
});

test("every entry has the same date and mode, and none needs zip64", async () => {
  await pack(FILES, join(folder, "same.zip"));
  for (const entry of await entriesOf(join(folder, "same.zip"))) {
    expect([entry.lastModFileDate, entry.lastModFileTime]).toEqual([0x21, 0]);
    expect(entry.externalFileAttributes >>> 16).toBe(0o100644);
    expect(entry.extraFields).toEqual([]);
  }
});

test("what is compressed already is stored, with its size in front", async () => {
  expect(await entryOf("media/a.png")).toMatchObject({ compressionMethod: 0, generalPurposeBitFlag: 0 });
  expect(await entryOf("empty.txt")).toMatchObject({ compressionMethod: 0, generalPurposeBitFlag: 0 });
});

test("a text is as small as it gets, a film stored with its size in front", async () => {
  const [small, large] = await Promise.all([entryOf("media/movie.vtt"), entryOf("media/movie.mp4")]);
  expect([small.compressionMethod, small.generalPurposeBitFlag]).toEqual([8, 0]);
  expect(small.compressedSize).toBeLessThan(film.length / 100);
  expect(large).toMatchObject({ compressionMethod: 0, generalPurposeBitFlag: 0, compressedSize: film.length });
});

test("a text too large for memory is stored", async () => {
  const notes = join(folder, "notes.txt");
  writeFileSync(notes, "");
  truncateSync(notes, 17 * 1024 * 1024);
  await pack([streamed("media/notes.txt", notes, 17 * 1024 * 1024)], join(folder, "notes.zip"));
  const [entry] = await entriesOf(join(folder, "notes.zip"));
  expect(entry).toMatchObject({ compressionMethod: 0, uncompressedSize: 17 * 1024 * 1024 });
});

test("it gives the zip's size and hash", async () => {
  const given = await pack(FILES, join(folder, "hash.zip"));
  const bytes = readFileSync(join(folder, "hash.zip"));
  expect(given).toEqual({ size: bytes.byteLength, sha256: sha256(bytes) });
});

test("what it remembers of contents changes no byte", async () => {
  const fresh = await packed(FILES, "fresh.zip");
  const remembered: Remembered = new WeakMap();
  for (const name of ["first.zip", "second.zip"]) expect(await packed(FILES, name, remembered)).toBe(fresh);
});

test("files on disk are not remembered, so that memory does not grow with media", async () => {
  const remembered: Remembered = new WeakMap();
  await pack(FILES, join(folder, "memory.zip"), remembered);
  expect(FILES.map(({ path, content }) => [path, remembered.has(content)])).toEqual(
    FILES.map(({ path, content }) => [path, content.kind === "bytes"]),
  );
});

test("what would need zip64 is refused in words", () => {
  const entry = { path: "a.mp4", size: 2 ** 32, packedSize: 2 ** 32, crc: 0, method: "stored" } as const;
  expect(() => localHeader(entry)).toThrow("4 GiB");
  expect(() => centralRecord({ ...entry, size: 1, packedSize: 1 }, 2 ** 32)).toThrow("4 GiB");
  expect(() => endRecord(65_535, 0, 0)).toThrow("65535 files");
});

test("a file that cannot be read fails the package and leaves nothing behind", async () => {
  const missing = streamed("media/gone.mp4", join(folder, "gone.mp4"), 1);
  await expect(pack([...FILES, missing], join(folder, "failed.zip"))).rejects.toThrow("ENOENT");
  await expect(pack([streamed("a.mp4", folder, 2 ** 21)], join(folder, "failed.zip"))).rejects.toThrow("EISDIR");
  expect(readdirSync(folder)).not.toContain("failed.zip");
});

test("a destination that cannot be written fails the package", async () => {
  await expect(pack(FILES, join(folder, "nowhere", "a.zip"))).rejects.toThrow("ENOENT");
});

test("two files with one name are refused", async () => {
  const twins = [textFile("a.js", "1"), textFile("A.js", "2")];
  await expect(pack(twins, join(folder, "twins.zip"))).rejects.toThrow("share the path");
});

/** Packs in a process of its own; gives the hash of the zip and the peak of its memory in MiB. */
function packElsewhere(file: string, environment: NodeJS.ProcessEnv, umask = "022"): { hash: string; peak: number } {
  const program = join(folder, "pack.mjs");
  const source = `
    import { pack } from "./src/pack/zip.ts";
    import { textFile } from "./src/files.ts";
    const [file, destination] = process.argv.slice(2);
    const movie = { path: "media/movie.mp4", content: { kind: "file", file }, size: 2 ** 21, sha256: "" };
    await pack([textFile("index.html", "<p>é</p>"), movie], destination);
    process.stdout.write(String(process.resourceUsage().maxRSS / 1024));`;
  buildSync({
    stdin: { contents: source, resolveDir: fileURLToPath(new URL("../../..", import.meta.url)) },
    outfile: program,
    bundle: true,
    platform: "node",
    format: "esm",
    banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
  });
  const zip = join(folder, "elsewhere.zip");
  const command = `umask ${umask} && exec "$0" "$@"`;
  const peak = execFileSync("sh", ["-c", command, process.execPath, program, file, zip], {
    env: { ...process.env, ...environment },
  });
  return { hash: sha256(readFileSync(zip)), peak: Number(peak) };
}

test.skipIf(process.platform === "win32")("time zone, locale, umask and the files' paths change no byte", () => {
  const other = join(folder, "other path.bin");
  writeFileSync(other, film);
  const here = packElsewhere(movie, { TZ: "UTC", LC_ALL: "C" });
  const there = packElsewhere(other, { TZ: "Pacific/Kiritimati", LC_ALL: "tr_TR.UTF-8" }, "077");
  expect(there.hash).toBe(here.hash);
});

test.skipIf(process.platform === "win32")("memory does not grow with the size of a file", () => {
  const large = join(folder, "large.mp4");
  writeFileSync(large, "");
  truncateSync(large, 300 * 1024 * 1024);
  expect(packElsewhere(large, {}).peak - packElsewhere(movie, {}).peak).toBeLessThan(80);
});
