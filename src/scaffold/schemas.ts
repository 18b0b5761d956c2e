/**
 * JSON Schemas of the course's files, so that editors complete and check them while an author types. They are generated
 * from the schemas that judge a course (zod 4, input side) and are never stricter: what they accept, `check` judges.
 */
import * as z from "zod";
import type { AuthoringType } from "../questions/authoring.ts";
import { authoringTypes } from "../questions/registry.authoring.ts";
import { caseSchema } from "../validate/cases.ts";
import { checkOff, checkOffStep, course, exam, glossary, module, question, quiz } from "../validate/schemas.ts";
import { KEY_HELP } from "./key-help.ts";

/** The files that have a schema, by the name that its file has without `.json`. */
export type SchemaName = "course" | "module" | "exam" | "glossary" | "quiz" | "check-off";

type Json = z.core.JSONSchema.BaseSchema;

/** A text as YAML itself reads it: `0.50`, `2026` and `yes` are texts to us, and numbers or more to an editor. */
const SCALAR: Json["type"][] = ["string", "number", "boolean"];

/** A question of any kind; each kind stands in the schema once. */
const QUESTION = { $ref: "#/definitions/question" };

/** Types that questions may leave out, because they follow from other keys (`typeOf` in validate/questions.ts). */
const INFERRED: ReadonlySet<string> = new Set(["single", "multiple", "true-false"]);

/** The schemas by name, as draft-07, which every editor's YAML support reads. */
export function editorSchemas(): Readonly<Record<SchemaName, object>> {
  const { required: _hasOnlyDraw, ...quizShape } = jsonOf(quiz);
  const kinds = Object.values(authoringTypes).map(questionOf);
  const definitions = { question: { anyOf: kinds } };
  const questions = { type: "array" as const, items: { anyOf: [QUESTION, caseOf()] } };
  const sheet = jsonOf(checkOff);
  const steps = { type: "array" as const, items: jsonOf(checkOffStep) };
  return {
    course: titled("A course (course.yaml)", jsonOf(course)),
    module: titled("A module (module.yaml)", jsonOf(module)),
    exam: titled("The final examination (exam.yaml)", jsonOf(exam)),
    glossary: titled("The glossary (glossary.yaml)", jsonOf(glossary)),
    quiz: titled("A quiz (quiz.yaml)", {
      ...quizShape,
      definitions,
      properties: { ...quizShape.properties, questions },
    }),
    "check-off": titled("A check-off sheet (check-offs/*.yaml)", {
      ...sheet,
      properties: { ...sheet.properties, steps },
    }),
  };
}

/** One kind of question: the keys of all questions and those of its type, and no others. */
function questionOf({ name, schema }: AuthoringType<unknown>): Json {
  const common = jsonOf(question);
  const own = jsonOf(schema);
  return {
    title: name,
    type: "object",
    properties: { ...common.properties, ...own.properties, type: { const: name } },
    required: [...(common.required ?? []), ...(own.required ?? []), ...(INFERRED.has(name) ? [] : ["type"])],
    additionalProperties: false,
  };
}

/** A stimulus with questions of any kind. */
function caseOf(): Json {
  const own = jsonOf(caseSchema);
  const questions = { type: "array" as const, items: QUESTION };
  return { ...own, title: "case", properties: { ...own.properties, questions } };
}

function titled(title: string, schema: Json): object {
  return { $schema: "http://json-schema.org/draft-07/schema#", title, ...helped(schema) };
}

function jsonOf(schema: z.ZodType): Json {
  const options = { io: "input", target: "draft-7", unrepresentable: "any", override: asYamlReads } as const;
  const { $schema: _once, ...json } = z.toJSONSchema(schema, options);
  return json;
}

/** Makes of a schema of texts one of what YAML's own reading makes of them. zod wants the object itself changed. */
function asYamlReads({ zodSchema, jsonSchema }: { zodSchema: z.core.$ZodTypes; jsonSchema: Json }): void {
  const { def } = zodSchema._zod;
  // zod types a union of schemas by this array, which draft-07 allows.
  if (def.type === "string") Object.assign(jsonSchema, { type: SCALAR });
  const words = wordsOf(zodSchema);
  if (words) Object.assign(jsonSchema, { type: SCALAR, enum: words.flatMap(readings) });
  if (def.type !== "pipe") return;
  // A preprocessed list or map may be written as one text (`texts`, `part`).
  if (def.in._zod.def.type === "transform") {
    const whole = { ...jsonSchema };
    for (const key of Object.keys(jsonSchema)) Reflect.deleteProperty(jsonSchema, key);
    Object.assign(jsonSchema, { anyOf: [{ type: SCALAR }, whole] });
  }
}

/** A word, and what YAML may read it as: `answer: true`, `spelling: 2`. */
function readings(word: unknown): readonly unknown[] {
  if (word === "true" || word === "false") return [word, word === "true"];
  return typeof word === "string" && /^\d+$/.test(word) ? [word, Number(word)] : [word];
}

/** The words of an enum, also of one that first takes a text apart. */
function wordsOf({ _zod: { def } }: z.core.$ZodTypes): readonly unknown[] | undefined {
  if (def.type === "enum") return Object.values(def.entries);
  // zod's own union of all its schemas, which the part of a pipe is one of
  return def.type === "pipe" ? wordsOf(def.out as z.core.$ZodTypes) : undefined;
}

/** The same schema with each key's meaning, which editors show beside it. */
function helped(schema: object): object {
  const entries = Object.entries(schema).map(([key, value]) => [
    key,
    key === "properties" ? described(value) : deep(value),
  ]);
  return Object.fromEntries(entries);
}

function described(properties: object): object {
  const entries = Object.entries(properties).map(([name, schema]) => {
    const description = Object.hasOwn(KEY_HELP, name) ? { description: KEY_HELP[name] } : {};
    return [name, { ...description, ...helped(schema) }];
  });
  return Object.fromEntries(entries);
}

function deep(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(deep);
  return typeof value === "object" && value !== null ? helped(value) : value;
}
