/** Writes the JSON Schemas of the course's files and the templates of `coursewright new` into the built tool. */
import { cp, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";

/**
 * @param {string} root the project
 * @param {string} out the folder that becomes `dist/tool`
 */
export async function writeScaffolds(root, out) {
  const { outputFiles } = await build({
    entryPoints: [join(root, "src/scaffold/schemas.ts")],
    bundle: true,
    platform: "node",
    format: "esm",
    write: false,
  });
  const { editorSchemas } = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
  await mkdir(join(out, "schemas"), { recursive: true });
  for (const [name, schema] of Object.entries(editorSchemas())) {
    await writeFile(join(out, "schemas", `${name}.json`), `${JSON.stringify(schema)}\n`);
  }
  await cp(join(root, "templates/new"), join(out, "new"), { recursive: true });
}
