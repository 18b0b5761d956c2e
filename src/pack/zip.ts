/** Zip files as APPNOTE 6.3.10 describes them, without what packages never need: zip64, encryption, data descriptors. */
import { createHash } from "node:crypto";
import { closeSync, openSync, readFileSync, readSync, writevSync } from "node:fs";
import { rm } from "node:fs/promises";
import { crc32, deflateRawSync } from "node:zlib";
import { type Content, mergeFiles, type PackageFile } from "../files.ts";
import { centralRecord, type Entry, endRecord, localHeader } from "./zip-records.ts";

/** Formats that hold compressed data already. */
const COMPRESSED = /\.(avif|gif|jpe?g|m4a|mp3|mp4|ogg|ogv|opus|png|webm|webp|woff2?|zip)$/i;

const MIB = 1024 * 1024;
/** In bytes. Files that are stored are streamed from disk beyond this, and those that are deflated are stored beyond the other. */
const IN_MEMORY = { stored: MIB, deflated: 16 * MIB };

/** What became of bytes in a zip. */
export interface Squeezed {
  readonly crc: number;
  readonly method: Entry["method"];
  readonly bytes: Uint8Array;
}

/** Contents that stand in several packages, like schema files, are deflated once. Forgotten with the content. */
export type Remembered = WeakMap<Content, Squeezed>;

/** A zip's size in bytes and its SHA-256 as lower-case hexadecimal. */
export interface Packed {
  readonly sha256: string;
  readonly size: number;
}

/**
 * Writes a package to a file that does not exist yet, or is replaced. The bytes depend on the files alone: not on their
 * order, nor on clock, time zone, locale, umask or the paths they were read from. Memory does not grow with streamed files.
 *
 * Files are deflated at level 9; stored when their format is compressed already or they are larger than 16 MiB. Each size
 * stands in front of its entry, since some readers refuse a stored entry whose size follows it in a data descriptor.
 *
 * @throws Error when a file cannot be read or written, or the zip would need zip64, which LMSs cannot be trusted to read;
 * what was written until then is removed.
 */
export async function pack(
  files: readonly PackageFile[],
  destination: string,
  remembered: Remembered = new WeakMap(),
): Promise<Packed> {
  const merged = mergeFiles(files);
  const zip = openZip(destination);
  try {
    for (const file of merged) {
      const streamed = file.content.kind === "file" && isStreamed(file) ? file.content.file : undefined;
      if (streamed === undefined) zip.add(file.path, file.size, squeezed(file, remembered));
      else addStreamed(zip, file.path, streamed);
    }
    return zip.finish();
  } catch (error) {
    await rm(destination, { force: true });
    throw error;
  } finally {
    zip.close();
  }
}

function isStreamed({ path, size }: PackageFile): boolean {
  return size > (COMPRESSED.test(path) ? IN_MEMORY.stored : IN_MEMORY.deflated);
}

function squeezed({ path, content }: PackageFile, remembered: Remembered): Squeezed {
  const known = remembered.get(content);
  if (known) return known;
  const bytes = content.kind === "bytes" ? content.bytes : readFileSync(content.file);
  const stored = bytes.byteLength === 0 || COMPRESSED.test(path);
  const result: Squeezed = stored
    ? { crc: crc32(bytes), method: "stored", bytes }
    : { crc: crc32(bytes), method: "deflated", bytes: deflateRawSync(bytes, { level: 9 }) };
  // What is on disk stays there: memory would grow with the course's media.
  if (content.kind === "bytes") remembered.set(content, result);
  return result;
}

/** Reads the file twice, since its checksum stands in front of it. */
function addStreamed(zip: Zip, path: string, file: string): void {
  let [crc, size] = [0, 0];
  for (const chunk of chunksOf(file)) {
    crc = crc32(chunk, crc);
    size += chunk.byteLength;
  }
  zip.add(path, size, { crc, method: "stored", bytes: new Uint8Array() }, size);
  for (const chunk of chunksOf(file)) {
    zip.write(chunk);
    size -= chunk.byteLength;
  }
  if (size !== 0) throw new Error(`${file} changed while it was packed.`);
}

/** A file's bytes, 1 MiB at a time; each chunk is good until the next is asked for. */
function* chunksOf(file: string): Iterable<Uint8Array> {
  const descriptor = openSync(file, "r");
  const chunk = Buffer.allocUnsafe(MIB);
  try {
    for (let read = readSync(descriptor, chunk); read > 0; read = readSync(descriptor, chunk)) {
      yield chunk.subarray(0, read);
    }
  } finally {
    closeSync(descriptor);
  }
}

interface Zip {
  /** @param packedSize of what is written afterwards, when it is not in `bytes`. */
  add(path: string, size: number, squeezed: Squeezed, packedSize?: number): void;
  write(...parts: readonly Uint8Array[]): void;
  finish(): Packed;
  close(): void;
}

/** Waiting for the disk after each of many small files would cost several times the processor time of writing them. */
function openZip(destination: string): Zip {
  const descriptor = openSync(destination, "w");
  const hash = createHash("sha256");
  const directory: Uint8Array[] = [];
  let size = 0;
  const write = (...parts: readonly Uint8Array[]): void => {
    for (const part of parts) hash.update(part);
    const expected = parts.reduce((sum, { byteLength }) => sum + byteLength, 0);
    if (writevSync(descriptor, parts) !== expected)
      throw new Error(`${destination} could not be written: the disk is full.`);
    size += expected;
  };
  return {
    write,
    add(path, plainSize, { crc, method, bytes }, packedSize = bytes.byteLength) {
      const entry: Entry = { path, size: plainSize, crc, method, packedSize };
      directory.push(centralRecord(entry, size));
      write(localHeader(entry), bytes);
    },
    finish() {
      const start = size;
      write(Buffer.concat(directory));
      write(endRecord(directory.length, start, size - start));
      return { sha256: hash.digest("hex"), size };
    },
    close: () => closeSync(descriptor),
  };
}
