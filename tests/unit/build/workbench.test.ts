import { describe, expect, test } from "vitest";
import { lockInMemory } from "../../../src/build/lock-in-memory.ts";
import { openWorkbench } from "../../../src/build/workbench.ts";
import { memory, type Source } from "../../../src/load/source.ts";

const QUIZ = "## Which comes first? {#first}\n\n- [x] Hands\n- [ ] Gloves\n";
const COURSE: Readonly<Record<string, string>> = {
  "course.yaml": "id: demo\ntitle: Demo\nmodules: [one, two]\ntargets: [scorm12, scorm2004]\n",
  "one/module.yaml": "title: One\ngrading: { attempts: 1 }\n",
  "one/01-hands.md": "---\ntitle: Hands\n---\n\nWash them.\n",
  "one/quiz.md": QUIZ,
  "two/module.yaml": "title: Two\n",
  "two/01-pulse.md": "---\ntitle: Pulse\n---\n\nCount it. See [hands](../one/01-hands.md).\n",
};

/** A course whose files can change, and which forbids writing by having no way to write. */
function changing(): { readonly source: Source; readonly files: Record<string, string> } {
  const files: Record<string, string> = { ...COURSE };
  const now = (): Source => memory(files);
  return {
    files,
    source: { list: () => now().list(), read: (path) => now().read(path), refer: (path) => now().refer(path) },
  };
}

async function ready(rebuild: ReturnType<typeof openWorkbench>) {
  const outcome = await rebuild();
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.notes));
  const named = (module: string, target: string) => {
    const found = outcome.value.packages.find(({ name }) => name === `demo-${module}-1-${target}`);
    if (!found) throw new Error(`no ${module} ${target}`);
    return found;
  };
  return { ...outcome.value, named };
}

async function textOf(unit: { file(path: string): Promise<{ content: unknown } | undefined> }, path: string) {
  const file = await unit.file(path);
  const { content } = file as { content: { bytes: Uint8Array } }; // the course is in memory
  return new TextDecoder().decode(content.bytes);
}

describe("a rebuild", () => {
  test("gives every package with the files of its zip", async () => {
    const { packages, named } = await ready(openWorkbench(changing().source, {}));
    expect(packages.map(({ name }) => name)).toEqual([
      "demo-one-1-scorm12",
      "demo-one-1-scorm2004",
      "demo-two-1-scorm12",
      "demo-two-1-scorm2004",
    ]);
    const one = named("one", "scorm12");
    expect(await textOf(one, "imsmanifest.xml")).toContain("<adlcp:masteryscore>80</adlcp:masteryscore>");
    expect(await textOf(one, "index.html")).toContain("Wash them.");
    expect((await one.file("player.js"))?.size).toBeGreaterThan(10_000);
    expect(await one.file("missing.js")).toBeUndefined();
    expect([one.mastery, named("two", "scorm12").mastery]).toEqual([8_000, undefined]);
  });

  test("changes the fingerprint of what changed and of nothing else", async () => {
    const { source, files } = changing();
    const rebuild = openWorkbench(source, {});
    const before = await ready(rebuild);
    files["one/01-hands.md"] += "\nAnd dry them.\n";
    const after = await ready(rebuild);
    const prints = (module: string) => [before, after].map(({ named }) => named(module, "scorm12").fingerprint);
    expect(new Set(prints("one")).size).toBe(2);
    expect(new Set(prints("two")).size).toBe(1);
    expect(await textOf(after.named("one", "scorm12"), "index.html")).toContain("And dry them.");
  });

  test("is what a new build of the same files would be, also after titles elsewhere changed", async () => {
    const { source, files } = changing();
    const rebuild = openWorkbench(source, {});
    await ready(rebuild);
    files["course.yaml"] = (files["course.yaml"] ?? "").replace("title: Demo", "title: Renamed");
    files["one/01-hands.md"] = "---\ntitle: Clean hands\n---\n\nWash them well.\n";
    const again = await ready(rebuild);
    const fresh = await ready(openWorkbench(source, {}));
    expect(again.packages.map(({ fingerprint }) => fingerprint)).toEqual(
      fresh.packages.map(({ fingerprint }) => fingerprint),
    );
  });

  test("reports the same findings each time, also of what it kept", async () => {
    const rebuild = openWorkbench(changing().source, {});
    const [first, second] = [await rebuild(), await rebuild()];
    expect(first.notes.map(({ code }) => code)).toContain("render/link-other-package");
    expect(second.notes).toEqual(first.notes);
  });

  test("reports errors, and goes on when they are mended", async () => {
    const { source, files } = changing();
    const rebuild = openWorkbench(source, {});
    files["one/quiz.md"] = QUIZ.replace("[x]", "[ ]");
    const broken = await rebuild();
    expect(broken.ok).toBe(false);
    expect(broken.notes.map(({ code }) => code)).toContain("question/no-right-choice");
    files["one/quiz.md"] = QUIZ;
    expect((await rebuild()).ok).toBe(true);
  });

  test("names what the options ask for and the course has not", async () => {
    const outcome = await openWorkbench(changing().source, { modules: ["three"] })();
    expect(outcome.notes.map(({ code }) => code)).toContain("call/unknown-module");
  });
});

describe("the lock file in memory", () => {
  const withLesson = (files: Record<string, string>): void => {
    files["one/00-before.md"] = "---\ntitle: Before\n---\n\nFirst of all.\n";
  };
  const ordinal = (built: Awaited<ReturnType<typeof ready>>, key: string) =>
    built.named("one", "scorm12").plan.modules[0]?.lessons.find((lesson) => lesson.key === key)?.ordinal;

  test("keeps ordinals when something comes before", async () => {
    const { source, files } = changing();
    const rebuild = openWorkbench(source, {});
    const before = ordinal(await ready(rebuild), "hands");
    withLesson(files);
    expect(ordinal(await ready(rebuild), "hands")).toBe(before);
  });

  test("gives way to the one on disk when that changes", async () => {
    const { source, files } = changing();
    const rebuild = openWorkbench(source, {});
    await ready(rebuild);
    withLesson(files);
    await ready(rebuild);
    files["course.lock.yaml"] = "packages: {}\nmodules: {}\nlessons: {}\nquestions: {}\n";
    const fresh = openWorkbench(source, {});
    const [again, anew] = [await rebuild(), await fresh()];
    expect(again.ok).toBe(anew.ok);
    if (again.ok && anew.ok) {
      expect(again.value.packages.map(({ fingerprint }) => fingerprint)).toEqual(
        anew.value.packages.map(({ fingerprint }) => fingerprint),
      );
    }
  });

  test("takes questions that came and went while writing for never released", async () => {
    const files: Record<string, string> = { ...COURSE };
    const lock = lockInMemory({
      ...memory(files),
      list: () => memory(files).list(),
      read: (path) => memory(files).read(path),
    });
    const retired = async (count: number): Promise<number> => {
      await lock.source.list();
      const assembled = {
        lock: { file: "course.lock.yaml", text: "", changed: true },
        ever: { highest: 9, retired: count },
      };
      return lock.accept(assembled).retired;
    };
    expect([await retired(2), await retired(5)]).toEqual([2, 2]);
    files["course.lock.yaml"] = "released: now\n";
    expect([await retired(5), await retired(6)]).toEqual([5, 5]);
  });
});
