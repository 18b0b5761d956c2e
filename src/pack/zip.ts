import { once } from "node:events";
import { createReadStream, createWriteStream, type ReadStream } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { ZipArchive } from "archiver";
import { type Content, mergeFiles, type PackageFile } from "../files.ts";

/** Formats that hold compressed data already. */
const COMPRESSED = /\.(avif|gif|jpe?g|m4a|mp3|mp4|ogg|ogv|opus|png|webm|webp|woff2?|zip)$/i;

/** In bytes. Larger files are streamed from disk. */
const IN_MEMORY = 1024 * 1024;

/** The earliest date that a zip can hold, for every entry: the same files give the same bytes. */
const DATE = new Date(Date.UTC(1980, 0, 1));
const MODE = 0o644;

/**
 * Writes a package to a file that does not exist yet, or is replaced. The bytes depend on the files alone: not on their
 * order, nor on clock, time zone, locale, umask or the paths they were read from. Memory does not grow with streamed files.
 *
 * Small files are deflated at level 9, or stored when their format is compressed already. Large ones are deflated at level
 * 1, since some readers refuse a stored entry whose size follows it in a data descriptor.
 *
 * @throws Error when a file cannot be read or written; what was written until then is removed.
 */
export async function pack(files: readonly PackageFile[], destination: string): Promise<void> {
  const zlib = { level: 9 };
  const archive = new ZipArchive({ zlib });
  const written = pipeline(archive, createWriteStream(destination));
  try {
    await Promise.all([written, appendAll(archive, zlib, mergeFiles(files))]);
  } catch (error) {
    archive.destroy();
    await Promise.allSettled([written]);
    await rm(destination, { force: true });
    throw error;
  }
}

/** One after another, so that one file is open at a time and each is deflated at its own level. */
async function appendAll(archive: ZipArchive, zlib: { level: number }, files: readonly PackageFile[]): Promise<void> {
  for (const { path, content, size } of files) {
    const streamed = content.kind === "file" && size > IN_MEMORY;
    // An empty deflated entry would be written as a stored one with a data descriptor.
    const store = !streamed && (size === 0 || COMPRESSED.test(path));
    // archiver reads the level when an entry begins.
    zlib.level = streamed ? 1 : 9;
    const source = streamed ? await opened(content.file, archive) : await inMemory(content);
    // Rejects when the archive fails instead.
    const appended = once(archive, "entry");
    archive.append(source, { name: path, date: DATE, mode: MODE, store });
    await appended.finally(() => (Buffer.isBuffer(source) ? undefined : source.destroy()));
  }
  await archive.finalize();
}

async function inMemory(content: Content): Promise<Buffer> {
  return content.kind === "bytes" ? Buffer.from(content.bytes) : readFile(content.file);
}

/** A file's bytes; archiver itself would wait for ever when they cannot be read to their end. */
async function opened(file: string, archive: ZipArchive): Promise<ReadStream> {
  const source = createReadStream(file);
  await once(source, "open");
  source.on("error", (error) => archive.destroy(error));
  return source;
}
