/**
 * The conformance checker. It takes any zip, shares no code with the maker, and finds what would keep a package from being
 * imported, from working, or from reporting its grade.
 */
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { runChecks } from "./checks/check.ts";
import { CHECKS } from "./checks/index.ts";
import { type Reader, readPackage } from "./read.ts";
import { type ControlDocuments, createSchemaChecker } from "./schemas.ts";
import { loadXmlEngine } from "./xml.ts";

export { CHECKS } from "./checks/index.ts";
export { checksMarkdown } from "./checks-markdown.ts";
export type { Standard } from "./package.ts";
export type { ControlDocuments } from "./schemas.ts";

/** What the checker is given: the standard bodies' schema files, since it may not look for them itself. */
export interface Kit {
  readonly documents?: ControlDocuments;
}

export type Verify = (path: string) => Promise<readonly Diagnostic[]>;

/**
 * A checker for several packages: the XML parser is loaded once, and schema files that packages share are compiled once.
 */
export function createVerifier(kit: Kit = {}): Verify {
  let reader: Promise<Reader> | undefined;
  return async (path) => {
    reader ??= createReader(kit);
    return runChecks(await readPackage(path, await reader), CHECKS);
  };
}

async function createReader({ documents = {} }: Kit): Promise<Reader> {
  const engine = await loadXmlEngine();
  return { engine, checkSchemas: createSchemaChecker(engine, documents), scans: new Map() };
}

/**
 * Checks one package. A place's `file` is the path in the package, or the zip's own name.
 *
 * @throws Error when the file cannot be read from disk; everything else is a diagnostic.
 */
export function verify(path: string, kit?: Kit): Promise<readonly Diagnostic[]> {
  return createVerifier(kit)(path);
}
