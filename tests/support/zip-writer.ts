/** A zip writer that does what it is told, also what no honest one would: for hand-broken packages. */
import { crc32, deflateRawSync } from "node:zlib";

export interface ZipPart {
  readonly path: string;
  readonly bytes: Uint8Array | string;
  /** 8, deflate, unless told otherwise; any other value stores the bytes under that number. */
  readonly method?: number;
  /** A false checksum. */
  readonly checksum?: number;
  /** A false uncompressed size. */
  readonly size?: number;
  /** A Unix mode, for example of a link. */
  readonly mode?: number;
  readonly encrypted?: boolean;
  /** Replaces the compressed bytes. */
  readonly packed?: Uint8Array;
}

/** A zip of the parts, in their order (APPNOTE 4.3). */
export function zipOf(parts: readonly ZipPart[], trailing = ""): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const name = Buffer.from(part.path, "utf8");
    const bytes = Buffer.from(part.bytes);
    const method = part.method ?? 8;
    const packed = part.packed ? Buffer.from(part.packed) : method === 8 ? deflateRawSync(bytes) : bytes;
    // Bit 11: the name is UTF-8; bit 0: encrypted.
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(0x800 | (part.encrypted ? 1 : 0), 2);
    fields.writeUInt16LE(method, 4);
    fields.writeUInt16LE(0x21, 8);
    fields.writeUInt32LE(part.checksum ?? crc32(bytes), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(part.size ?? bytes.length, 18);
    fields.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from("PK\u0003\u0004"), fields, name, packed]);

    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(((part.mode ?? 0o100644) << 16) >>> 0, 6);
    tail.writeUInt32LE(offset, 10);
    // Version made by 3.0 on Unix, so that the mode counts.
    directory.push(Buffer.concat([Buffer.from("PK\u0001\u0002"), Buffer.from([30, 3]), fields, tail, name]));
    locals.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write("PK\u0005\u0006");
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, central, end, Buffer.from(trailing)]);
}
