/** Width and height in CSS pixels. */
export interface ImageSize {
  readonly width: number;
  readonly height: number;
}

/**
 * The size that an image's own header states, so that a page keeps its place while images load.
 *
 * @param head the first bytes of the file; 64 KiB hold the header of nearly every photograph.
 * @returns `undefined` for other formats and for headers that do not say.
 */
export function imageSize(head: Uint8Array): ImageSize | undefined {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const size = readers.find(({ is }) => is(head))?.size(view, head);
  return size !== undefined && size.width > 0 && size.height > 0 ? size : undefined;
}

interface Reader {
  is(head: Uint8Array): boolean;
  size(view: DataView, head: Uint8Array): ImageSize | undefined;
}

const readers: readonly Reader[] = [
  { is: (head) => startsWith(head, "\x89PNG") && head.length >= 24, size: pngSize },
  { is: (head) => startsWith(head, "GIF8") && head.length >= 10, size: gifSize },
  { is: (head) => startsWith(head, "\xff\xd8\xff"), size: jpegSize },
  { is: (head) => startsWith(head, "RIFF") && head.length >= 30, size: webpSize },
  { is: () => true, size: (_, head) => svgSize(latin1(head, 0, head.length)) },
];

/** PNG, clause 11.2.1: IHDR is the first chunk. */
function pngSize(view: DataView): ImageSize {
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

/** GIF89a, clause 18: the logical screen descriptor. */
function gifSize(view: DataView): ImageSize {
  return { width: view.getUint16(6, true), height: view.getUint16(8, true) };
}

/** ITU-T T.81, B.2.2: the frame header, SOF0–SOF15 without DHT, JPG and DAC. */
function jpegSize(view: DataView): ImageSize | undefined {
  for (let at = 2; at + 9 < view.byteLength; ) {
    const marker = view.getUint8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    at += 2 + view.getUint16(at + 2);
  }
  return undefined;
}

/** RFC 9649: lossy, lossless and extended files keep their size in different places. */
function webpSize(view: DataView, head: Uint8Array): ImageSize | undefined {
  const kind = latin1(head, 12, 16);
  if (kind === "VP8X") return { width: uint24(view, 24) + 1, height: uint24(view, 27) + 1 };
  if (kind === "VP8 ") return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
  if (kind !== "VP8L") return undefined;
  const bits = view.getUint32(21, true);
  return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
}

function svgSize(text: string): ImageSize | undefined {
  const tag = /<svg\b[^>]*>/.exec(text)?.[0];
  if (tag === undefined) return undefined;
  const length = (name: string) => Number(new RegExp(`\\s${name}="([\\d.]+)(?:px)?"`).exec(tag)?.[1]);
  const box = /\sviewBox="[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)"/.exec(tag);
  const width = length("width") || Number(box?.[1]);
  const height = length("height") || Number(box?.[2]);
  return width > 0 && height > 0 ? { width: Math.round(width), height: Math.round(height) } : undefined;
}

function startsWith(head: Uint8Array, signature: string): boolean {
  return latin1(head, 0, signature.length) === signature;
}

/** A character for each byte. `TextDecoder` won't do: to it “latin1” is Windows-1252 (Encoding Standard, 4.2), as Node 24 has it. */
function latin1(head: Uint8Array, from: number, to: number): string {
  return Buffer.from(head.subarray(from, to)).toString("latin1");
}

function uint24(view: DataView, at: number): number {
  return view.getUint16(at, true) + view.getUint8(at + 2) * 0x10000;
}
