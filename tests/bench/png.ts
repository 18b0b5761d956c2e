import { crc32, deflateSync } from "node:zlib";
import { seeded } from "./random.ts";

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
const BYTES_PER_PIXEL = 3;

/**
 * A square PNG (truecolor, 8 bits) of noise that does not compress: 100 pixels a side make about 30 KB.
 *
 * @param seed the same seed gives the same bytes.
 * @param side in pixels.
 */
export function noisePng(seed: string, side = 100): Uint8Array {
  const header = new DataView(new ArrayBuffer(13));
  header.setUint32(0, side);
  header.setUint32(4, side);
  // Depth 8, color type 2 (truecolor); compression, filter and interlace methods 0 (PNG 11.2.2).
  header.setUint8(8, 8);
  header.setUint8(9, 2);
  // Level 0 stores the bytes as they are, so no version of zlib changes the file.
  const pixels = deflateSync(scanlines(seed, side), { level: 0 });
  return Buffer.concat([
    SIGNATURE,
    chunk("IHDR", new Uint8Array(header.buffer)),
    chunk("IDAT", pixels),
    chunk("IEND", new Uint8Array()),
  ]);
}

/** Each row begins with its filter, 0 for none (PNG 9.2). */
function scanlines(seed: string, side: number): Uint8Array {
  const random = seeded(seed);
  const row = 1 + side * BYTES_PER_PIXEL;
  return Uint8Array.from({ length: side * row }, (_, at) => (at % row === 0 ? 0 : random.below(256)));
}

/** Length, type, content, CRC of type and content (PNG 5.3). */
function chunk(type: string, content: Uint8Array): Uint8Array {
  const body = Buffer.concat([Buffer.from(type, "latin1"), content]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(content.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}
