import { createHash } from "node:crypto";
import { inflateSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { courseFiles, SIZES } from "../../bench/generate.ts";
import { noisePng } from "../../bench/png.ts";

describe("a course for the bench", () => {
  const files = [...courseFiles(SIZES.small)];

  test("is the same every time and everywhere", () => {
    const hash = createHash("sha256");
    for (const { path, content } of files) hash.update(path).update(content);
    expect(hash.digest("hex")).toBe("68854b90286d2b9f24cdbb7b645964b1b0bd2a8fc70c4b0f78b81b39539ab2f7");
  });

  test("has the size that was asked for", () => {
    const lessons = files.filter(({ path }) => path.endsWith(".md"));
    const questions = files
      .filter(({ path }) => path.endsWith("quiz.yaml"))
      .flatMap(({ content }) => [...String(content).matchAll(/^ {2}- id: /gm)]);
    expect(lessons).toHaveLength(16);
    expect(questions).toHaveLength(40);
  });

  test("has lessons of about 630 words", () => {
    const lessons = files.filter(({ path }) => path.endsWith(".md"));
    const words = lessons.map(
      ({ content }) =>
        String(content)
          .split("---\n")[2]
          ?.match(/[A-Za-z'’]+/g)?.length ?? 0,
    );
    const mean = words.reduce((sum, count) => sum + count, 0) / words.length;
    expect(mean).toBeGreaterThan(600);
    expect(mean).toBeLessThan(660);
  });
});

test("a noise image is a PNG of about 30 KB whose pixels are all there", () => {
  const png = Buffer.from(noisePng("any"));
  expect(png.subarray(1, 4).toString()).toBe("PNG");
  expect(png.byteLength).toBeGreaterThan(30_000);
  const length = png.readUInt32BE(33);
  expect(inflateSync(png.subarray(41, 41 + length))).toHaveLength(100 * 301);
});
