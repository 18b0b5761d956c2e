import { mkdtemp, rm, stat, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openDisk } from "../../../src/preview/disk.ts";

const TEN_SECONDS = 10_000;
const later = (): number => Date.now() + TEN_SECONDS;
let root = "";

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "coursewright-disk-"));
  await writeFile(join(root, "a.md"), "one");
});
afterEach(() => rm(root, { recursive: true }));

test("a file that did not change is not read again", async () => {
  const { read, refer } = openDisk(root, later);
  const [bytes, file] = [await read("a.md"), await refer("a.md")];
  expect(await read("a.md")).toBe(bytes);
  expect(await refer("a.md")).toBe(file);
});

test("a file that changed is read again, also when it is as long as before", async () => {
  const { read, refer } = openDisk(root, later);
  const before = await refer("a.md");
  await read("a.md");
  await writeFile(join(root, "a.md"), "two");
  // Two writes can fall into one step of the file system's clock.
  await utimes(join(root, "a.md"), 1, 1);
  expect(new TextDecoder().decode(await read("a.md"))).toBe("two");
  expect((await refer("a.md")).sha256).not.toBe(before.sha256);
});

test("a file that changed is read again, also when it says that it is as old as before", async () => {
  const file = join(root, "a.md");
  await utimes(file, 1, 1);
  const { read } = openDisk(root, later);
  await read("a.md");
  const { ctimeMs } = await stat(file);
  await expect
    .poll(async () => {
      await writeFile(file, "two");
      await utimes(file, 1, 1);
      return (await stat(file)).ctimeMs;
    })
    .not.toBe(ctimeMs);
  expect(new TextDecoder().decode(await read("a.md"))).toBe("two");
});

test("a file that was just written is young, also when it says that it is old", async () => {
  await utimes(join(root, "a.md"), 1, 1);
  const { read } = openDisk(root);
  expect(await read("a.md")).not.toBe(await read("a.md"));
});

test("a file too young for its times to tell is read each time", async () => {
  const { read } = openDisk(root);
  expect(await read("a.md")).not.toBe(await read("a.md"));
});

test("a file that vanished is an error, and is read when it is back", async () => {
  const { read } = openDisk(root, later);
  await read("a.md");
  await rm(join(root, "a.md"));
  await expect(read("a.md")).rejects.toThrow("ENOENT");
  await writeFile(join(root, "a.md"), "back");
  expect(new TextDecoder().decode(await read("a.md"))).toBe("back");
});
