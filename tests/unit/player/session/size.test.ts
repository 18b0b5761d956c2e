import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { expect, test } from "vitest";

const folder = fileURLToPath(new URL("../../../../src/player/session/", import.meta.url));

/** The LMS layer of one runtime and what always comes with it, as the player bundles it. */
async function bundled(runtime: string): Promise<Uint8Array> {
  const { outputFiles } = await build({
    stdin: {
      contents: ["delivery", "journal", runtime, "../browser-platform"]
        .map((name) => `export * from "./${name}.ts";`)
        .join(""),
      resolveDir: folder,
    },
    bundle: true,
    minify: true,
    format: "esm",
    write: false,
  });
  return outputFiles[0]?.contents ?? new Uint8Array();
}

test.each(["scorm12", "scorm2004"])("the LMS layer of %s stays within 8 KB", async (runtime) => {
  const size = gzipSync(await bundled(runtime), { level: 9 }).byteLength;
  expect(size).toBeGreaterThan(1000);
  expect(size).toBeLessThanOrEqual(8 * 1024);
});
