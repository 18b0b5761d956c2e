/** Reads a zip with suspicion: names, sizes and checksums are claims until proven (APPNOTE 6.3.10). */
import { crc32, inflateRawSync } from "node:zlib";
import * as yauzl from "yauzl";
import type { Entry, Finding } from "./package.ts";
import { openBytes, type ZipBytes } from "./zip-bytes.ts";
import { nameFindings } from "./zip-names.ts";

const MIB = 1024 * 1024;
/** A page, script or control document beyond this is not looked into. */
const TEXT_LIMIT = 4 * MIB;
/** Together, so that a zip of many small bombs cannot fill the memory or the day. */
const TEXT_TOTAL_LIMIT = 256 * MIB;
/** Deflate reaches about 1,000; text that people write stays below 30. */
const TEXT_RATIO_LIMIT = 100;
/**
 * Media beyond this are checked by their central-directory record only: inflating a gigabyte of video to compare a checksum
 * would cost more than the whole build, and players show a damaged second of it anyway.
 */
const MEDIA_LIMIT = 16 * MIB;
/** Up to here an entry is read and inflated in one go; a stream for each of many small files costs far more than its work. */
const DIRECT_LIMIT = MIB;

const TEXT = /\.(html?|xhtml|m?js|css|svg|xml|xsd|dtd)$/i;

export interface Archive {
  readonly entries: readonly Entry[];
  readonly findings: readonly Finding[];
}

/**
 * Lists a zip and hands each readable page, script, style sheet, drawing and XML file (under 4 MiB) to `visit`, one at a time.
 * Memory does not grow with the zip.
 *
 * @throws Error when the file cannot be read from disk; a zip that cannot be read is a finding.
 */
export async function unzip(path: string, visit: (entry: Entry, bytes: Buffer) => void): Promise<Archive> {
  const bytes = openBytes(path);
  try {
    return await unzipBytes(bytes, visit);
  } finally {
    bytes.close();
  }
}

async function unzipBytes(bytes: ZipBytes, visit: (entry: Entry, bytes: Buffer) => void): Promise<Archive> {
  const trailing = bytesAfterEnd(bytes);
  if (trailing > 0) {
    const message = `${trailing} bytes follow the end of the zip, so readers disagree about what is in it.`;
    return refused({ code: "zip/trailing-data", message, help: "Make the zip again, or download it again." });
  }
  const zip = await openZip(bytes);
  if (zip instanceof Error) return refused(unreadable(zip));

  const raw: yauzl.Entry[] = [];
  const names: string[] = [];
  const findings: Finding[] = [];
  try {
    for await (const each of zip.eachEntry()) {
      raw.push(each);
      names.push(yauzl.getFileNameLowLevel(each.generalPurposeBitFlag, each.fileNameRaw, each.extraFields, true));
    }
    findings.push(...nameFindings(names));
    const entries = await readEntries({ zip, bytes }, { raw, names, findings }, visit);
    return { entries, findings };
  } catch (error) {
    if (!isZipFault(error)) throw error;
    return { entries: [], findings: [...findings, unreadable(error)] };
  } finally {
    zip.close();
  }
}

async function openZip({ reader, size }: ZipBytes): Promise<yauzl.ZipFile | Error> {
  try {
    // Names stay bytes: the reader would otherwise repair backslashes and stop at the first unsafe name.
    const options = { lazyEntries: true, autoClose: false, decodeStrings: false };
    return await yauzl.fromRandomAccessReaderPromise(reader, size, options);
  } catch (error) {
    if (isZipFault(error)) return error;
    throw error;
  }
}

/** The reader's own complaints are plain errors; the disk's have a system call, and a TypeError is a fault of this tool. */
function isZipFault(error: unknown): error is Error {
  return error instanceof Error && error.constructor === Error && !("syscall" in error);
}

interface Listing {
  readonly raw: readonly yauzl.Entry[];
  readonly names: readonly string[];
  readonly findings: Finding[];
}

/** The zip as its reader sees it, and the bytes themselves. */
interface Opened {
  readonly zip: yauzl.ZipFile;
  readonly bytes: ZipBytes;
}

async function readEntries(
  opened: Opened,
  { raw, names, findings }: Listing,
  visit: (entry: Entry, bytes: Buffer) => void,
): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  const seen = new Set<string>();
  let budget = TEXT_TOTAL_LIMIT;
  for (const [index, each] of raw.entries()) {
    const path = names[index] ?? "";
    if (path.endsWith("/") || seen.has(path)) continue;
    seen.add(path);
    const entry = { path, size: each.uncompressedSize, compressedSize: each.compressedSize };
    entries.push(entry);
    const isText = TEXT.test(path);
    const fault = recordFault(each, entry, isText) ?? (isText && entry.size > budget ? bomb(entry) : undefined);
    if (fault) findings.push(fault);
    else if (entry.size <= (isText ? TEXT_LIMIT : MEDIA_LIMIT)) {
      if (isText) budget -= entry.size;
      const content = await readContent(opened, each, isText);
      if ("fault" in content) findings.push({ ...content.fault, place: { file: path } });
      else if (isText) visit(entry, content.bytes);
    }
  }
  return entries;
}

/** What the central directory alone gives away. */
function recordFault(raw: yauzl.Entry, entry: Entry, isText: boolean): Finding | undefined {
  const place = { file: entry.path };
  // The upper half is the Unix mode when the zip was made on Unix (APPNOTE 4.4.15); S_IFLNK is 0o120000.
  if (((raw.externalFileAttributes >>> 16) & 0o170000) === 0o120000) {
    const help = "Put the file itself into the zip.";
    return { code: "zip/symlink", message: `“${entry.path}” is a link to another file.`, help, place };
  }
  if (raw.isEncrypted()) {
    const help = "Make the zip without a password.";
    return { code: "zip/encrypted", message: `“${entry.path}” is encrypted; no LMS can open it.`, help, place };
  }
  if (raw.compressionMethod !== 0 && raw.compressionMethod !== 8) {
    const message = `“${entry.path}” is compressed by method ${raw.compressionMethod}, which LMSs cannot read.`;
    return { code: "zip/unsupported-method", message, help: "Use plain zip compression (deflate).", place };
  }
  if (isText && entry.size > MIB && entry.size > entry.compressedSize * TEXT_RATIO_LIMIT) return bomb(entry);
  if (isText && entry.size > TEXT_LIMIT) {
    const message = `“${entry.path}” is larger than 4 MiB, so its content was not checked.`;
    return { code: "zip/unchecked-text", message, help: "Split the file.", place };
  }
  return undefined;
}

function bomb({ path, size, compressedSize }: Entry): Finding {
  const message = `“${path}” unpacks from ${compressedSize} to ${size} bytes, more than text ever needs.`;
  return {
    code: "zip/bomb",
    message,
    help: "Don't open this zip; get it from its maker again.",
    place: { file: path },
  };
}

type ContentRead = { readonly bytes: Buffer } | { readonly fault: Finding };

/** Inflates an entry and proves its checksum; keeps the bytes only when asked to. */
async function readContent(opened: Opened, raw: yauzl.Entry, keep: boolean): Promise<ContentRead> {
  try {
    const direct = raw.compressedSize <= DIRECT_LIMIT && raw.uncompressedSize <= MEDIA_LIMIT;
    const { bytes, checksum } = direct ? readDirectly(opened.bytes, raw) : await readStreamed(opened.zip, raw, keep);
    if (checksum === raw.crc32) return { bytes };
    return { fault: { code: "zip/checksum", message: "A file does not match its checksum.", help: MAKE_AGAIN } };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { fault: { code: "zip/damaged", message: `A file cannot be unpacked: ${reason}.`, help: MAKE_AGAIN } };
  }
}

interface Inflated {
  readonly bytes: Buffer;
  readonly checksum: number;
}

async function readStreamed(zip: yauzl.ZipFile, raw: yauzl.Entry, keep: boolean): Promise<Inflated> {
  const chunks: Buffer[] = [];
  let checksum = 0;
  // The reader stops a stream that grows beyond the size that the directory claims.
  for await (const chunk of await zip.openReadStreamPromise(raw)) {
    checksum = crc32(chunk, checksum);
    if (keep) chunks.push(chunk);
  }
  return { bytes: Buffer.concat(chunks), checksum };
}

/** The length of a local file header without name and extra field (APPNOTE 4.3.7). */
const LOCAL_HEADER = 30;

/** @throws Error when the entry is not where the directory says, or not of the size that it claims. */
function readDirectly(zip: ZipBytes, raw: yauzl.Entry): Inflated {
  const header = readAt(zip, raw.relativeOffsetOfLocalHeader, LOCAL_HEADER);
  if (header.readUInt32LE(0) !== 0x04034b50) throw new Error("its header is not where the directory says");
  const start = raw.relativeOffsetOfLocalHeader + LOCAL_HEADER + header.readUInt16LE(26) + header.readUInt16LE(28);
  const packed = readAt(zip, start, raw.compressedSize);
  const limit = { maxOutputLength: Math.max(1, raw.uncompressedSize) };
  const bytes = raw.compressionMethod === 0 ? packed : inflateRawSync(packed, limit);
  if (bytes.length !== raw.uncompressedSize) throw new Error("it has not the size that the directory says");
  return { bytes, checksum: crc32(bytes) };
}

function readAt(zip: ZipBytes, position: number, length: number): Buffer {
  const bytes = zip.read(position, length);
  if (bytes.length < length) throw new Error("the zip ends in the middle of it");
  return bytes;
}

const MAKE_AGAIN = "The zip is damaged: make it or download it again.";

/** How many bytes stand behind the end-of-central-directory record and its comment (APPNOTE 4.3.16); 0 when there is none. */
function bytesAfterEnd({ size, read }: ZipBytes): number {
  const length = Math.min(size, 22 + 0xffff + MIB);
  const tail = read(size - length, length);
  const at = tail.lastIndexOf("PK\u0005\u0006", "latin1");
  if (at < 0 || at + 22 > tail.length) return 0;
  return Math.max(0, tail.length - (at + 22 + tail.readUInt16LE(at + 20)));
}

function refused(finding: Finding): Archive {
  return { entries: [], findings: [finding] };
}

function unreadable(error: Error): Finding {
  return { code: "zip/unreadable", message: `This is no readable zip: ${error.message}.`, help: MAKE_AGAIN };
}
