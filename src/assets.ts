/**
 * What the tool brings along: compiled templates, the bundled players, the preview's page, the standard bodies' schema files.
 * The one user of `import.meta.url`.
 */
import { readdir, readFile } from "node:fs/promises";
import { basename, dirname, join, relative } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { bytesFile, type PackageFile } from "./files.ts";

const here = dirname(fileURLToPath(import.meta.url));
/** `dist/tool`, whether this runs from `src` or bundled: in the folder itself or in `chunks` below it. */
const toolFolder = basename(here) === "src" ? join(here, "..", "dist", "tool") : here.replace(/[\\/]chunks$/, "");

/** Compiled Handlebars templates by name: "page", "question/single". */
export type TemplateSpecs = Readonly<Record<string, unknown>>;

/** The templates as `esbuild.config.mjs` compiled them. */
export async function templateSpecs(): Promise<TemplateSpecs> {
  const module: { default: TemplateSpecs } = await import(pathToFileURL(join(toolFolder, "templates.js")).href);
  return module.default;
}

/** `player.js` and `player.css` for a runtime, under the names that `page.hbs` loads. */
export async function playerFiles(runtime: "scorm12" | "scorm2004" | "none"): Promise<readonly PackageFile[]> {
  const [script, style] = await Promise.all([
    readFile(join(toolFolder, `player-${runtime}.js`)),
    readFile(join(toolFolder, "player.css")),
  ]);
  return [bytesFile("player.js", script), bytesFile("player.css", style)];
}

/** The style sheet of the instructor's papers. */
export function guideStyle(): Promise<string> {
  return readFile(join(toolFolder, "guide.css"), "utf8");
}

/** The preview's page with its script and style. */
export async function previewFiles(): Promise<Readonly<Record<"html" | "script" | "style", Uint8Array>>> {
  const read = (name: string) => readFile(join(toolFolder, "preview", name));
  const [html, script, style] = await Promise.all([read("host.html"), read("host.js"), read("host.css")]);
  return { html, script, style };
}

/** The schema files of a standard, by the name under which they stand in a package's root. */
export async function controlDocuments(
  set: "scorm12" | "scorm2004-3rd" | "scorm2004-4th",
): Promise<readonly PackageFile[]> {
  const folder = join(toolFolder, "control", set);
  const names = (await readdir(folder)).filter((name) => name !== "NOTICE").sort();
  return Promise.all(names.map(async (name) => bytesFile(name, await readFile(join(folder, name)))));
}

/** The version of this tool. */
export async function toolVersion(): Promise<string> {
  return (await readFile(join(toolFolder, "VERSION"), "utf8")).trim();
}

/** The same for two tools only if they are the same in every byte. */
export async function toolFingerprint(): Promise<string> {
  return (await readFile(join(toolFolder, "FINGERPRINT"), "utf8")).trim();
}

/** The JSON Schemas for editors by file name: "course.json". */
export function editorSchemaFiles(): Promise<ReadonlyMap<string, string>> {
  return textsBelow("schemas");
}

/** The templates of `coursewright new` by path: "course/course.yaml". */
export function newFiles(): Promise<ReadonlyMap<string, string>> {
  return textsBelow("new");
}

async function textsBelow(name: string): Promise<ReadonlyMap<string, string>> {
  const folder = join(toolFolder, name);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const texts = new Map<string, string>();
  for (const path of paths.sort()) {
    const text = await readFile(path, "utf8");
    // Git may have given these lines Windows' ends; what is written is the same everywhere.
    texts.set(relative(folder, path).replaceAll("\\", "/"), text.replaceAll("\r\n", "\n"));
  }
  return texts;
}
