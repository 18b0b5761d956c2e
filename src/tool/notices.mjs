/** The licenses of what is bundled into the tool: they ask to be passed on with every copy. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

const PACKAGE = /^(?:.*\/)?node_modules\/((?:@[^/]+\/)?[^/]+)\//;

/**
 * @param {string} root the folder that `inputs` are relative to
 * @param {Iterable<string>} inputs the bundled files, as esbuild's metafile names them
 * @returns {Promise<string>} one section a package, in the order of their names
 */
export async function notices(root, inputs) {
  const folders = new Map();
  for (const input of inputs) {
    const match = PACKAGE.exec(input.replaceAll("\\", "/"));
    if (match) folders.set(match[1], match[0]);
  }
  const sections = [...folders].sort().map(async ([name, folder]) => {
    const { version, license } = JSON.parse(await readFile(join(root, folder, "package.json"), "utf8"));
    const file = (await readdir(join(root, folder))).find((entry) => /^(licen[cs]e|copying)/i.test(entry));
    // A package that only names its license has no text to pass on.
    const text = file ? await readFile(join(root, folder, file), "utf8") : `License: ${license}`;
    return `${name} ${version}\n\n${text.trim().replaceAll("\r\n", "\n")}\n`;
  });
  return `What Coursewright's tool contains of others.\n\n${(await Promise.all(sections)).join("\n---\n\n")}`;
}
