/**
 * The least that any such tool must do, in one process: render the Markdown and zip the same bytes, a zip for each module.
 * Nothing is checked, ordered or named. Usage: node floor.mjs <course folder> --out <folder>
 */
import { createWriteStream } from "node:fs";
import { mkdir, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { ZipArchive } from "archiver";
import createMarkdown from "markdown-it";

const [course, , out] = process.argv.slice(2);
const markdown = createMarkdown();

async function zipModule(module) {
  const folder = join(course, module);
  const archive = new ZipArchive({ zlib: { level: 1 } });
  const written = pipeline(archive, createWriteStream(join(out, `${module}.zip`)));
  for (const name of await readdir(folder, { recursive: true })) {
    if (!name.includes(".")) continue;
    const bytes = await readFile(join(folder, name));
    const lesson = name.endsWith(".md");
    archive.append(lesson ? markdown.render(bytes.toString("utf8")) : bytes, { name: lesson ? `${name}.html` : name });
  }
  await archive.finalize();
  await written;
}

await mkdir(out, { recursive: true });
for (const entry of await readdir(course, { withFileTypes: true })) {
  if (entry.isDirectory() && entry.name.startsWith("module-")) await zipModule(entry.name);
}
