/** The records of a zip file: a header before each entry, and a directory of all at the end (APPNOTE 6.3.10, section 4.3). */

/** One file in a zip. Sizes in bytes. */
export interface Entry {
  /** ASCII. */
  readonly path: string;
  readonly size: number;
  readonly packedSize: number;
  readonly crc: number;
  readonly method: "stored" | "deflated";
}

/** The earliest date that a zip can hold, for every entry: the same files give the same bytes (4.4.6). */
const DATE = (1 << 5) | 1;
/** A plain file that its owner may write and all may read, as Unix says it in the upper half (4.4.15). */
const ATTRIBUTES = 0o100644 * 2 ** 16;
/** 2.0: the first that knows deflate and folders; made on Unix (4.4.2, 4.4.3). */
const VERSION = 20;
const MADE_BY = (3 << 8) | VERSION;
/** Where zip64 would begin (4.4.1.4). */
const LIMIT = { bytes: 0xffffffff, entries: 0xffff };

/** What stands before an entry's bytes (4.3.7). */
export function localHeader(entry: Entry): Uint8Array {
  return Buffer.concat([Buffer.from("PK\x03\x04"), facts(entry), Buffer.from(entry.path)]);
}

/**
 * An entry's line in the directory (4.3.12).
 *
 * @param offset where its local header begins.
 */
export function centralRecord(entry: Entry, offset: number): Uint8Array {
  const madeBy = Buffer.alloc(2);
  madeBy.writeUInt16LE(MADE_BY);
  // No comment, on the first disk, nothing said of the content: zeros.
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(ATTRIBUTES, 6);
  rest.writeUInt32LE(within(offset), 10);
  return Buffer.concat([Buffer.from("PK\x01\x02"), madeBy, facts(entry), rest, Buffer.from(entry.path)]);
}

/** The end of the zip, from which readers find the directory (4.3.16). */
export function endRecord(entries: number, start: number, length: number): Uint8Array {
  if (entries >= LIMIT.entries) throw new Error(`A package cannot hold ${entries} files.`);
  const record = Buffer.alloc(22);
  record.write("PK\x05\x06", "latin1");
  record.writeUInt16LE(entries, 8);
  record.writeUInt16LE(entries, 10);
  record.writeUInt32LE(within(length), 12);
  record.writeUInt32LE(within(start), 16);
  return record;
}

/** What header and directory both say: no flags, no extra fields, midnight. */
function facts({ path, size, packedSize, crc, method }: Entry): Uint8Array {
  const bytes = Buffer.alloc(26);
  bytes.writeUInt16LE(VERSION, 0);
  bytes.writeUInt16LE(method === "deflated" ? 8 : 0, 4);
  bytes.writeUInt16LE(DATE, 8);
  bytes.writeUInt32LE(crc, 10);
  bytes.writeUInt32LE(within(packedSize), 14);
  bytes.writeUInt32LE(within(size), 18);
  bytes.writeUInt16LE(path.length, 22);
  return bytes;
}

function within(bytes: number): number {
  if (bytes >= LIMIT.bytes) throw new Error("A package cannot be larger than 4 GiB.");
  return bytes;
}
