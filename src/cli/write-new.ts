import { mkdir, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type Diagnostic, type Outcome, settle } from "../diagnostics/diagnostic.ts";
import type { NewFile } from "../scaffold/files.ts";

/**
 * Writes new files into a folder and gives the list of them as text. Nothing of an author's is overwritten: a file that is
 * there is kept, or, with `refuse`, nothing is written at all. A `course.yaml` that is there is always refused.
 */
export async function writeNew(
  root: string,
  files: readonly NewFile[],
  existing: "keep" | "refuse",
): Promise<Outcome<string>> {
  const there = new Set<string>();
  for (const { path, replaces } of files) if (!replaces && (await exists(join(root, path)))) there.add(path);
  const refused = [...there].filter((path) => existing === "refuse" || path === "course.yaml");
  if (refused.length > 0) return { ok: false, notes: refused.map(fileExists) };
  for (const { path, text } of files.filter((file) => !there.has(file.path))) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  const lines = files
    .filter(({ path }) => !path.startsWith(".schemas/"))
    .map(({ path, replaces }) => `  ${there.has(path) ? "kept   " : replaces ? "changed" : "new    "} ${path}\n`);
  return settle(lines.join(""), []);
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR"))
      return false;
    throw error;
  }
}

function fileExists(path: string): Diagnostic {
  return {
    code: "new/file-exists",
    severity: "error",
    message: `There is a file “${path}” already; nothing was written.`,
    help: helpFor(path),
  };
}

function helpFor(path: string): string {
  if (path === "course.yaml") return "Name an empty folder, or add to the course: coursewright new module.";
  if (path.endsWith("/quiz.md")) return "Add your questions to it; `--form long` begins a quiz.yaml beside it.";
  return "Edit it.";
}
