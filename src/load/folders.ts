/** What the folders of a course are for. */

/** The folder of the check-off sheets, which no module can have. */
const CHECK_OFFS = "check-offs";

export const isCheckOff = (path: string): boolean => new RegExp(`^${CHECK_OFFS}/[^/]+\\.yaml$`).test(path);

/** Whether a file lies in the course folder itself or among the check-off sheets. */
export const isTopFile = (path: string): boolean => new RegExp(`^(${CHECK_OFFS}/)?[^/]+$`).test(path);

/** The folders that are modules in any edition. */
export function moduleFolders(paths: readonly string[], course: unknown): ReadonlySet<string> {
  const folders = [...filesByFolder(paths)].filter(([name]) => name !== CHECK_OFFS);
  return new Set(folders.flatMap(([name, files]) => (isModule(name, files, course) ? name : [])));
}

/** The files in folders, at any depth, by the outermost folder. */
export function filesByFolder(paths: Iterable<string>): ReadonlyMap<string, readonly string[]> {
  const folders = new Map<string, string[]>();
  for (const path of paths) {
    const name = path.split("/", 1)[0] ?? "";
    if (name === path) continue;
    const files = folders.get(name) ?? [];
    files.push(path);
    folders.set(name, files);
  }
  return folders;
}

/** Whether a folder with these files is a module: it has a `module.yaml`, or `course.yaml` names it. */
export function isModule(folder: string, files: readonly string[], course: unknown): boolean {
  return files.includes(`${folder}/module.yaml`) || namedModules(course).has(folder);
}

function namedModules(course: unknown): ReadonlySet<unknown> {
  const modules = typeof course === "object" && course && "modules" in course ? course.modules : [];
  return new Set(Array.isArray(modules) ? modules : []);
}
