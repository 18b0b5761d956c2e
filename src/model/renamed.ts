/** Names that the lock file knows and the course has no more, beside new ones: learners' work stays with the old names. */
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { CheckedCourse } from "../validate/checked.ts";
import type { Lock, LockEntry } from "./lock.ts";

/** Warns where exactly one module, or one lesson of a module, seems to have another name than when learners started. */
export function renamedNotes({ modules }: CheckedCourse, lock: Lock): readonly Diagnostic[] {
  const module = renamed(
    modules.map(({ id }) => id),
    lock.modules,
    "exam",
  );
  const place = modules.find(({ id }) => id === module?.now)?.place;
  const moved = module && place ? [moduleRenamed(module, place)] : [];
  const known = byModule(lock.lessons);
  const lessons = modules.flatMap(({ id, lessons }) => {
    const lesson = renamed(
      lessons.map(({ key }) => `${id}/${key}`),
      known.get(id) ?? new Map(),
    );
    const at = lessons.find(({ key }) => `${id}/${key}` === lesson?.now)?.place;
    return lesson && at ? [lessonRenamed(lesson, at)] : [];
  });
  return [...moved, ...lessons];
}

function byModule(lessons: Lock["lessons"]): ReadonlyMap<string, ReadonlyMap<string, LockEntry>> {
  const found = new Map<string, Map<string, LockEntry>>();
  for (const [key, entry] of lessons) {
    const module = key.slice(0, key.indexOf("/"));
    found.set(module, (found.get(module) ?? new Map()).set(key, entry));
  }
  return found;
}

interface Renamed {
  readonly before: string;
  readonly now: string;
}

/** The one name that is new and the one that is gone; `undefined` where there is another number of either. */
function renamed(
  names: readonly string[],
  known: ReadonlyMap<string, LockEntry>,
  besides?: string,
): Renamed | undefined {
  const lost = [...known].flatMap(([name, { gone }]) =>
    gone || names.includes(name) || name === besides ? [] : [name],
  );
  const added = names.filter((name) => !known.has(name));
  const [before, now] = [lost[0], added[0]];
  return lost.length === 1 && added.length === 1 && before !== undefined && now !== undefined
    ? { before, now }
    : undefined;
}

function moduleRenamed({ before, now }: Renamed, place: Diagnostic["place"] & object): Diagnostic {
  return {
    ...{ code: "lock/module-renamed", severity: "warning", place },
    message: `The module “${before}” is gone and “${now}” is new: to the LMS it is another activity, without progress or grades.`,
    help: `If it is the same module, name its folder “${before}” again, also in \`modules\`. Its title may change freely.`,
  };
}

function lessonRenamed({ before, now }: Renamed, place: Diagnostic["place"] & object): Diagnostic {
  const key = before.slice(before.indexOf("/") + 1);
  return {
    ...{ code: "lock/lesson-renamed", severity: "warning", place },
    message: `The lesson “${before}” is gone and “${now}” is new: whoever has read it must read it again.`,
    help: `If it is the same lesson, write \`id: ${key}\` in its head; then its title and file name may change freely.`,
  };
}
