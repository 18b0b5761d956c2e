/** Cases: a shared stimulus with questions of its own, which are drawn together. */
import * as z from "zod";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { below, type Placed } from "../load/placed.ts";
import { authorText, questionId } from "./fields.ts";
import { check } from "./issues.ts";
import { checkQuestion, isMap, type QuestionFacts } from "./questions.ts";
import { question } from "./schemas.ts";

/** A case without its questions, which are checked one by one. */
export const caseSchema = z.strictObject({
  id: questionId.exactOptional(),
  type: z.literal("case"),
  stem: authorText,
  pool: question.shape.pool,
  use: question.shape.use,
  questions: z.array(z.unknown()).min(1, "holds no question."),
});

export function isCase({ data }: Placed): boolean {
  return isMap(data) && data.type === "case";
}

/**
 * The questions of a case.
 *
 * @param number tells the cases of one quiz apart
 */
export function checkCase(source: Placed, number: number, notes: Diagnostic[]): readonly QuestionFacts[] {
  const read = check(caseSchema, source, { area: "question", keys: Object.keys(caseSchema.shape) });
  notes.push(...read.notes);
  const data = isMap(source.data) ? source.data : {};
  const children = Array.isArray(data.questions) ? data.questions : [];
  const stimulus = { text: typeof data.stem === "string" ? data.stem : "", place: source.placeOf(["stem"]) };
  return children.flatMap((child, index) => {
    const placed = below(source, ["questions", index], child);
    if (isCase(placed)) {
      notes.push(nested(placed));
      return [];
    }
    notes.push(...ownDraw(placed));
    const { pool = data.pool ?? "main", use = data.use ?? "quiz" } = read.value ?? {};
    const shared = isMap(child) ? { ...placed, data: { ...child, pool, use } } : placed;
    const facts = checkQuestion(shared, notes);
    const checked = facts.question && { question: { ...facts.question, case: { number, stimulus } } };
    return [{ ...facts, case: number, ...checked }];
  });
}

function nested(source: Placed): Diagnostic {
  return {
    ...{ code: "question/nested-case", severity: "error", message: "A case cannot stand inside another case." },
    place: source.placeOf(["type"]),
    help: "Make it a case of its own, beside the other.",
  };
}

/** What a case's questions cannot say for themselves, because the case is drawn as a whole. */
function ownDraw(source: Placed): readonly Diagnostic[] {
  const keys = ["pool", "use"].filter((key) => isMap(source.data) && Object.hasOwn(source.data, key));
  return keys.map((key) => ({
    ...{ code: "question/case-drawn-whole", severity: "error" },
    message: `\`${key}\` cannot differ between the questions of a case, which are drawn together.`,
    place: source.placeOf([key], "key"),
    help: `Write \`${key}\` beside the \`questions\` of the case.`,
  }));
}
