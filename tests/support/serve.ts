/** Serves unzipped packages with the preview's own server and page. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { bytesFile, type PackageFile } from "../../src/files.ts";
import type { Standard } from "../../src/lms/profile.ts";
import { startServer } from "../../src/preview/server.ts";

export interface Served {
  readonly origin: string;
  /** Serves another unzipped package from now on. */
  show(standard: Standard, folder: string): Promise<void>;
  close(): Promise<void>;
}

/** Starts a server on a free port. */
export async function serve(): Promise<Served> {
  const server = await startServer(0);
  return {
    origin: server.origin,
    async show(standard, folder) {
      const files = await filesIn(folder);
      const file = async (path: string) => files.find((each) => each.path === path);
      const name = `e2e-${standard}`;
      const unit = { name, title: name, target: standard, standard, profile: "plain" };
      server.show({
        news: {
          ...{ title: "Test LMS", sound: true, findings: "" },
          packages: [{ ...unit, identifier: "e2e", fingerprint: folder }],
        },
        packageOf: (asked) => (asked === name ? { file } : undefined),
      });
    },
    close: server.close,
  };
}

async function filesIn(folder: string): Promise<readonly PackageFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  return Promise.all(
    paths.map(async (path) => bytesFile(path.slice(folder.length + 1).replaceAll("\\", "/"), await readFile(path))),
  );
}
