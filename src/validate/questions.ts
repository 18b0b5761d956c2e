import type { z } from "zod";
import type { Diagnostic, Place } from "../diagnostics/diagnostic.ts";
import { nearest } from "../diagnostics/nearest.ts";
import type { Placed } from "../load/placed.ts";
import type { AuthoringType } from "../questions/authoring.ts";
import { authoringTypes } from "../questions/registry.authoring.ts";
import type { CheckedQuestion } from "./checked.ts";
import { check, unknownKey } from "./issues.ts";
import { question as schema } from "./schemas.ts";

/** A question with what is known of it even when it is faulty, so that one mistake does not cause others. */
export interface QuestionFacts {
  readonly source: Placed;
  readonly id?: string;
  readonly pool: string;
  readonly use: string;
  readonly place: Place;
  /** The number of the case that it belongs to. */
  readonly case?: number;
  /** Absent when the question has a mistake. */
  readonly question?: CheckedQuestion;
}

const AREA = "question";
const COMMON: ReadonlySet<string> = new Set(Object.keys(schema.shape));

/** Reads one question, of `quiz.yaml` or of the short form. */
export function checkQuestion(source: Placed, notes: Diagnostic[]): QuestionFacts {
  const { data } = source;
  const place = source.placeOf([]);
  if (!isMap(data)) {
    notes.push({
      ...{ code: "question/wrong-kind", severity: "error", message: "This is no question: it has no keys.", place },
      help: "Write `- stem: …` with `choices:` below it.",
    });
    return { source, pool: "main", use: "quiz", place };
  }
  const facts = {
    source,
    ...(typeof data.id === "string" ? { id: data.id } : {}),
    pool: typeof data.pool === "string" ? data.pool : "main",
    use: typeof data.use === "string" ? data.use : "quiz",
    place,
  };
  const before = notes.length;
  const type = typeOf(data, source, notes);
  notes.push(...unknownKeys(data, type, source));
  const common = check(schema, source, { area: AREA, keys: [] });
  notes.push(...common.notes);
  notes.push(...floorNotes(common.value, source));
  const stemText = typeof data.stem === "string" ? data.stem : "";
  const own = type && checkSpec(type, data, stemText, source, notes);
  const sound = !notes.slice(before).some(({ severity }) => severity === "error");
  if (!type || !common.value || !own || !sound) return facts;
  const { stem, rationale, ...keys } = common.value;
  const question: CheckedQuestion = {
    ...keys,
    ...(type.graded === false ? { points: 0 } : {}),
    type: type.name,
    stem: { text: stem, place: source.placeOf(["stem"]) },
    ...(rationale === undefined ? {} : { rationale: { text: rationale, place: source.placeOf(["rationale"]) } }),
    ...own,
    place,
  };
  return { ...facts, question };
}

/** A floor below 0 makes sense only where answers can cost points, and no question costs more than it gives. */
function floorNotes(common: Partial<z.output<typeof schema>> | undefined, source: Placed): readonly Diagnostic[] {
  const { floor, points = 1, scoring } = common ?? {};
  if (floor === undefined) return [];
  const say = (code: string, message: string, help: string): Diagnostic => {
    return { code: `question/${code}`, severity: "error", message, place: source.placeOf(["floor"]), help };
  };
  if (scoring !== "right-minus-wrong") {
    const help = "Write `scoring: right-minus-wrong`, or remove `floor`.";
    return [
      say("floor-without-loss", "`floor` has no effect: only wrong answers under right-minus-wrong cost points.", help),
    ];
  }
  if (floor >= -points) return [];
  return [
    say("floor-too-low", `\`floor\` is ${floor}, but the question gives only ${points}.`, `Write ${-points} or more.`),
  ];
}

type Keys = Readonly<Record<string, unknown>>;

export function isMap(data: unknown): data is Keys {
  return typeof data === "object" && data !== null && !Array.isArray(data);
}

/** In the short form choices make the type. */
function noChoices(source: Placed): Diagnostic {
  return {
    ...{ code: "quiz/no-choices", severity: "error", place: source.placeOf([]) },
    message: "This question has no choices.",
    help: "Write each choice as `- [ ] text`, the right one as `- [x] text`; letters, numbers and plain bullets make none.",
  };
}

/** The type as written, or as it follows from the keys. */
function typeOf(data: Keys, source: Placed, notes: Diagnostic[]): AuthoringType<unknown> | undefined {
  const written = data.type;
  const word = typeof written === "string" ? written : inferred(data);
  if (word !== undefined && Object.hasOwn(authoringTypes, word)) return authoringTypes[word];
  if (word === undefined && source.file.endsWith(".md")) {
    notes.push(noChoices(source));
    return undefined;
  }
  const known = [...Object.keys(authoringTypes), "case"];
  const meant = word === undefined ? undefined : nearest(word, known);
  const words = known.map((name) => `\`${name}\``).join(", ");
  notes.push({
    code: word === undefined ? "question/no-type" : "question/unknown-type",
    severity: "error",
    message:
      word === undefined ? "This question has neither `choices` nor a `type`." : `There is no question type “${word}”.`,
    place: source.placeOf(["type"]),
    help: meant === undefined ? `Known types are ${words}.` : `Did you mean \`${meant}\`? Known types are ${words}.`,
  });
  return undefined;
}

function inferred(data: Keys): string | undefined {
  const { choices, answer } = data;
  if (Array.isArray(choices)) {
    return choices.filter((choice) => isMap(choice) && "right" in choice).length > 1 ? "multiple" : "single";
  }
  return typeof answer === "string" && /^(true|false)$/i.test(answer.trim()) ? "true-false" : undefined;
}

function unknownKeys(data: Keys, type: AuthoringType<unknown> | undefined, source: Placed): readonly Diagnostic[] {
  // Without a type nobody can say which keys are its own.
  if (!type) return [];
  const unknown = Object.keys(data).filter((key) => !COMMON.has(key) && !type.keys.includes(key));
  return unknown.map((key) => unknownKey(key, [], source, { area: AREA, keys: [...COMMON, ...type.keys] }));
}

/** The type's own keys, what the type finds wrong with them, and the places of their texts. */
function checkSpec(type: AuthoringType<unknown>, data: Keys, stem: string, source: Placed, notes: Diagnostic[]) {
  const own: Record<string, unknown> = {};
  for (const key of type.keys) if (Object.hasOwn(data, key)) own[key] = data[key];
  const { value: spec, notes: wrong } = check(type.schema, { ...source, data: own }, { area: AREA, keys: CHOICE_KEYS });
  notes.push(...wrong);
  if (wrong.length > 0) return undefined;
  const rationale = typeof data.rationale === "string" ? data.rationale : undefined;
  for (const { code, severity, path, message, help } of type.problems(spec, stem, rationale)) {
    notes.push({ code: `question/${code}`, severity, message, place: source.placeOf(path), help });
  }
  return { spec, places: type.texts(spec).map(({ path }) => source.placeOf(path)) };
}

/** What a map inside a question may hold, for "did you mean". */
const CHOICE_KEYS = [
  "right",
  "wrong",
  "why",
  "id",
  "item",
  "match",
  "text",
  "category",
  "items",
  "to",
  "scene",
  "title",
];
