import fc from "fast-check";
import { expect, test } from "vitest";
import { imageSize } from "../../../src/render/image-size.ts";

const bytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

test.each([
  ["PNG", "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x02\x80\0\0\x01\x40"],
  ["GIF", "GIF89a\x80\x02\x40\x01\0\0"],
  ["JPEG", `\xff\xd8\xff\xe0\0\x04ab\xff\xc2\0\x11\x08\x01\x40\x02\x80${"\0".repeat(12)}`],
  ["WebP, lossy", `RIFF\0\0\0\0WEBPVP8 ${"\0".repeat(10)}\x80\x02\x40\x01`],
  ["WebP, extended", `RIFF\0\0\0\0WEBPVP8X${"\0".repeat(8)}\x7f\x02\0\x3f\x01\0`],
  ["WebP, lossless", `RIFF\0\0\0\0WEBPVP8L\0\0\0\0\x2f\x7f\xc2\x4f\0${"\0".repeat(6)}`],
  ["SVG with a size", '<?xml version="1.0"?><svg width="640" height="320px" viewBox="0 0 1 1">'],
  ["SVG with a view box", '<svg viewBox="0 0 640 320">'],
])("%s says 640 × 320", (_, head) => {
  expect(imageSize(bytes(head))).toEqual({ width: 640, height: 320 });
});

test("a lossy WebP's upper two bits are its scale, not its size", () => {
  expect(imageSize(bytes(`RIFF\0\0\0\0WEBPVP8 ${"\0".repeat(10)}\x80\x42\x40\x81`))).toEqual({
    width: 640,
    height: 320,
  });
});

test("an SVG sized in percent takes its view box", () => {
  expect(imageSize(bytes('<svg width="100%" height="100%" viewBox="0 0 8 4">'))).toEqual({ width: 8, height: 4 });
});

test("no bytes make it throw", () => {
  const start = fc.constantFrom("\x89PNG", "GIF89a", "\xff\xd8\xff", "RIFF\0\0\0\0WEBPVP8X", "<svg ", "");
  fc.assert(
    fc.property(start, fc.uint8Array({ maxLength: 60 }), (head, rest) => {
      const size = imageSize(Uint8Array.from([...bytes(head), ...rest]));
      expect(size === undefined || (size.width > 0 && size.height > 0)).toBe(true);
    }),
  );
});
