/** A zip's bytes at any position. A zip is many small records: each is cut from a piece that was read at once. */
import { closeSync, createReadStream, fstatSync, openSync, readSync } from "node:fs";
import * as yauzl from "yauzl";

/** How much is read at once, in bytes: the end of a zip, its longest comment (64 KiB) and some more, or a small zip as a whole. */
const PIECE = 1024 * 1024 + 0xffff + 22;

interface Piece {
  readonly start: number;
  readonly bytes: Buffer;
}

export interface ZipBytes {
  /** Of the zip, in bytes. */
  readonly size: number;
  /** Fewer bytes than asked for when the zip ends before. */
  read(position: number, length: number): Buffer;
  /** The same bytes as the zip reader asks for them. */
  readonly reader: yauzl.RandomAccessReader;
  close(): void;
}

type Done = (error: Error | null, bytesRead?: number) => void;

/** @throws Error when the file cannot be opened. */
export function openBytes(path: string): ZipBytes {
  const file = openSync(path, "r");
  const { size } = fstatSync(file);
  let piece: Piece = { start: 0, bytes: Buffer.alloc(0) };
  const read = (position: number, length: number): Buffer => {
    const inside = position >= piece.start && position + length <= piece.start + piece.bytes.length;
    if (!inside) piece = { start: position, bytes: readPiece(file, position, Math.max(length, PIECE), size) };
    return piece.bytes.subarray(position - piece.start, position - piece.start + length);
  };
  return { size, read, reader: readerOf(file, read), close: () => closeSync(file) };
}

/** Without waiting: that costs more than the reading. A new buffer each time, since earlier parts are still in use. */
function readPiece(file: number, position: number, length: number, size: number): Buffer {
  const bytes = Buffer.allocUnsafeSlow(Math.max(0, Math.min(length, size - position)));
  return bytes.subarray(0, readSync(file, bytes, 0, bytes.length, position));
}

/** A class, because the library asks for one. */
function readerOf(file: number, read: ZipBytes["read"]): yauzl.RandomAccessReader {
  class Reader extends yauzl.RandomAccessReader {
    override _readStreamForRange(start: number, end: number) {
      return createReadStream("", { fd: file, autoClose: false, start, end: end - 1 });
    }
    override read(into: Buffer, offset: number, length: number, position: number, done: Done): void {
      try {
        done(null, read(position, length).copy(into, offset));
      } catch (error) {
        done(error instanceof Error ? error : new Error(String(error)));
      }
    }
    override close(done: Done): void {
      done(null);
    }
  }
  return new Reader();
}
