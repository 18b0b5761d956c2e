/** Names that must mean something: competency codes, terms, lessons; and names that may be given only once. */
import type { Diagnostic, Place } from "../diagnostics/diagnostic.ts";
import { nearest } from "../diagnostics/nearest.ts";
import type { Path, Placed } from "../load/placed.ts";
import type { CheckedFramework, CheckedTerm } from "./checked.ts";

/** Names that can be referred to; `undefined` when their file is missing or faulty, so that nothing can be said. */
export interface KnownNames {
  readonly competencies: ReadonlySet<string> | undefined;
  /** In lower case. */
  readonly terms: ReadonlySet<string> | undefined;
}

/** What the files of a course name; `undefined` where one has a mistake. */
export function knownNames(
  competencies: { readonly frameworks: readonly CheckedFramework[]; readonly complete: boolean } | undefined,
  glossary: readonly CheckedTerm[] | undefined,
): KnownNames {
  const codes = competencies?.frameworks.flatMap((framework) => framework.competencies.map(({ code }) => code));
  const sure = competencies?.complete && competencies.frameworks.length > 0;
  return {
    competencies: sure ? new Set(codes) : undefined,
    terms: glossary && new Set(glossary.map(({ term }) => term.toLowerCase())),
  };
}

/** Notes for items of the list at `path` that are not known. */
export function unknownItems(
  source: Placed,
  key: "competencies" | "supports" | "terms",
  items: readonly string[],
  known: KnownNames,
): readonly Diagnostic[] {
  const isTerm = key === "terms";
  const names = isTerm ? known.terms : known.competencies;
  if (!names) return [];
  return items.flatMap((item, index) => {
    if (names.has(isTerm ? item.toLowerCase() : item)) return [];
    const what = isTerm ? "term in the glossary" : "competency in the course's frameworks";
    return [
      unknown(
        isTerm ? "lesson/unknown-term" : "framework/unknown-code",
        what,
        item,
        names,
        source.placeOf([key, index]),
      ),
    ];
  });
}

/** The note for a name that means nothing, with the nearest that does. */
export function unknown(
  code: string,
  what: string,
  written: string,
  known: Iterable<string>,
  place: Place,
): Diagnostic {
  const names = [...known];
  const meant = nearest(written, names);
  const [thing, where = ""] = what.split(/(?= in )/);
  const message = `There is no ${thing} “${written}”${where}.`;
  return {
    code,
    severity: "error",
    message,
    place,
    help: meant === undefined ? choiceOf(names) : `Did you mean \`${meant}\`?`,
  };
}

/** More names than these are looked up rather than read. */
const FEW = 12;

function choiceOf(names: readonly string[]): string {
  if (names.length === 0 || names.length > FEW) return "Correct the name, or add what it stands for.";
  return `Correct the name, or add what it stands for. There is ${names.map((name) => `\`${name}\``).join(", ")}.`;
}

/** Remembers names and notes the second use of one. */
export type Uniqueness = (name: string, source: Placed, path: Path) => void;

/** @param what the thing that is named, as in "two questions" */
export function uniqueness(code: string, what: string, notes: Diagnostic[]): Uniqueness {
  const first = new Map<string, () => Place>();
  return (name, source, path) => {
    const place = () => source.placeOf(path);
    const earlier = first.get(name);
    first.set(name, earlier ?? place);
    if (!earlier) return;
    notes.push({
      ...{ code, severity: "error", message: `Two ${what} are named “${name}”.`, place: place() },
      help: "Give one of them another name.",
      related: [{ message: "first used here", place: earlier() }],
    });
  };
}
