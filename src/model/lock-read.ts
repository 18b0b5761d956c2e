import * as z from "zod";
import type { Diagnostic, Noted } from "../diagnostics/diagnostic.ts";
import type { Placed } from "../load/placed.ts";
import { flag, parsed, text, whole } from "../validate/fields.ts";
import { check } from "../validate/issues.ts";
import { collisions, type Lock, type LockEntry, type NumberedEntry } from "./lock.ts";

const DAMAGED = "Restore the file from version control; never delete it, or learners lose their place and answers.";

const entry = z.strictObject({ ordinal: whole(1, 1_000_000), since: text(), gone: flag.exactOptional() });
/** `lock-text.ts` writes it: `3`, `3 since 2026.2`, `3 gone`. Without `since` it is as old as its question. */
const part = parsed<{ ordinal: number; since?: string; gone?: boolean }>((value) => {
  const [, ordinal, since, gone] = /^([1-9]\d{0,5})(?: since (\S+))?( gone)?$/.exec(value) ?? [];
  if (ordinal === undefined) return { message: `is “${value}”, which is no ordinal.`, help: DAMAGED };
  return { value: { ordinal: Number(ordinal), ...(since ? { since } : {}), ...(gone ? { gone: true } : {}) } };
});
const question = entry.extend({ shape: text(), parts: z.record(z.string(), part).default({}) });
const schema = z.strictObject({
  format: z.literal("1"),
  packages: z.record(z.string(), text()),
  modules: z.record(z.string(), entry),
  lessons: z.record(z.string(), entry),
  questions: z.record(z.string(), z.array(question)),
  translations: z.record(z.string(), z.strictObject({ base: text(), own: text() })).default({}),
});

/** A lock file's value and all that is numbered in it; no value when the file is not one that the tool wrote. */
export interface ReadLock {
  readonly lock: Lock;
  readonly numbered: readonly NumberedEntry[];
}

/** Reads `course.lock.yaml`. A damaged file is an error: to write it anew would orphan what learners have saved. */
export function readLock(source: Placed): Noted<ReadLock | undefined> {
  const { value, notes } = check(schema, source, { area: "lock", keys: Object.keys(schema.shape) });
  if (!value) return { value: undefined, notes: notes.map((note) => ({ ...note, help: DAMAGED })) };
  const numbered: NumberedEntry[] = [];
  for (const group of ["modules", "lessons"] as const) {
    for (const [key, each] of Object.entries(value[group])) {
      numbered.push({ group, key, entry: each, place: source.placeOf([group, key], "key") });
    }
  }
  for (const [key, shapes] of Object.entries(value.questions)) {
    for (const [index, each] of shapes.entries()) {
      numbered.push({
        group: "questions",
        key: `${key}#${index}`,
        entry: each,
        place: source.placeOf(["questions", key, index]),
      });
    }
  }
  const lock: Lock = {
    packages: new Map(Object.entries(value.packages)),
    modules: new Map(Object.entries(value.modules)),
    lessons: new Map(Object.entries(value.lessons)),
    questions: new Map(
      Object.entries(value.questions).map(([key, shapes]) => [
        key,
        shapes.map((each) => ({ ...each, parts: partsOf(each.parts, each.since) })),
      ]),
    ),
    translations: new Map(Object.entries(value.translations)),
  };
  return { value: { lock, numbered }, notes: twinParts(lock, source) };
}

type ReadPart = z.output<typeof part>;

function partsOf(parts: Readonly<Record<string, ReadPart>>, since: string): ReadonlyMap<string, LockEntry> {
  return new Map(Object.entries(parts).map(([key, each]) => [key, { since, ...each }]));
}

/** Errors for ordinals that two entries share, with both places. */
export function duplicateOrdinals(numbered: readonly NumberedEntry[]): readonly Diagnostic[] {
  return collisions(numbered).flatMap(([first, ...others]) =>
    others.map(({ key, entry, place }) => ({
      code: "lock/duplicate-ordinal",
      severity: "error" as const,
      message: `“${first?.key}” and “${key}” have the same ordinal, ${entry.ordinal}.`,
      place,
      help: "Two branches gave it out. Run `coursewright lock --repair`.",
      ...(first ? { related: [{ message: "the other one", place: first.place }] } : {}),
    })),
  );
}

function twinParts(lock: Lock, source: Placed): readonly Diagnostic[] {
  const notes: Diagnostic[] = [];
  for (const [key, shapes] of lock.questions) {
    for (const [index, { parts }] of shapes.entries()) {
      const seen = new Map<number, string>();
      for (const [part, { ordinal }] of parts) {
        const twin = seen.get(ordinal);
        seen.set(ordinal, part);
        if (twin === undefined) continue;
        const at = (name: string) => source.placeOf(["questions", key, index, "parts", name], "key");
        notes.push({
          ...{
            code: "lock/duplicate-part",
            severity: "error",
            message: `Two choices of “${key}” have the ordinal ${ordinal}.`,
            place: at(part),
          },
          help: "Two branches gave it out. Run `coursewright lock --repair`.",
          related: [{ message: "the other one", place: at(twin) }],
        });
      }
    }
  }
  return notes;
}
