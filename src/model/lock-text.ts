/** The lock file as text: canonical YAML, one line an entry, so that a merge shows what changed. */
import type { Translation } from "../translation/drift.ts";
import type { Lock, LockEntry, QuestionEntry } from "./lock.ts";

const HEAD = `# Written by coursewright; do not edit, and commit it with the course. Learners' saved work depends on it.
`;

/** The same lock gives the same text, and an unchanged course an unchanged file. */
export function lockText(lock: Lock): string {
  return [
    `${HEAD}format: 1\n`,
    section("packages", lock.packages, (key, identifier) => [`  ${quoted(key)}: ${quoted(identifier)}`]),
    section("modules", lock.modules, (key, entry) => [`  ${quoted(key)}: ${flow(entry)}`]),
    section("lessons", lock.lessons, (key, entry) => [`  ${quoted(key)}: ${flow(entry)}`]),
    section("questions", lock.questions, (key, entries) => [`  ${quoted(key)}:`, ...entries.flatMap(question)]),
    lock.translations.size === 0 ? "" : section("translations", lock.translations, translation),
  ].join("");
}

function section<T>(
  name: string,
  entries: ReadonlyMap<string, T>,
  lines: (key: string, value: T) => readonly string[],
): string {
  if (entries.size === 0) return `${name}: {}\n`;
  return `${name}:\n${sorted(entries)
    .flatMap(([key, value]) => lines(key, value))
    .join("\n")}\n`;
}

const translation = (key: string, { base, own }: Translation): readonly string[] => [
  `  ${quoted(key)}: { base: ${quoted(base)}, own: ${quoted(own)} }`,
];

function question(entry: QuestionEntry): readonly string[] {
  const head = `    - { ordinal: ${entry.ordinal}, shape: ${quoted(entry.shape)}, since: ${quoted(entry.since)}${mark(entry)} }`;
  if (entry.parts.size === 0) return [head];
  return [
    `    - ordinal: ${entry.ordinal}`,
    `      shape: ${quoted(entry.shape)}`,
    `      since: ${quoted(entry.since)}`,
    ...(entry.gone ? ["      gone: true"] : []),
    "      parts:",
    ...sorted(entry.parts).map(([key, part]) => `        ${quoted(key)}: ${partText(part, entry.since)}`),
  ];
}

/** `3`, `3 since 2026.2` when that is not the question's own, `3 gone`: most lines of a lock file are parts. */
function partText({ ordinal, since, gone }: LockEntry, questionSince: string): string {
  return `${ordinal}${since === questionSince ? "" : ` since ${since}`}${gone ? " gone" : ""}`;
}

const flow = (entry: LockEntry): string => `{ ordinal: ${entry.ordinal}, since: ${quoted(entry.since)}${mark(entry)} }`;
const mark = ({ gone }: LockEntry): string => (gone ? ", gone: true" : "");

/** Always in double quotes: keys may be any text, and a version must not be read as a number. */
const quoted = (text: string): string => JSON.stringify(text);

/** In code-unit order, the same in every locale. */
function sorted<T>(entries: ReadonlyMap<string, T>): readonly (readonly [string, T])[] {
  return [...entries].sort(([a], [b]) => (a < b ? -1 : 1));
}
