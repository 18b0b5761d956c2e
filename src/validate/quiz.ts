import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { below, type Placed } from "../load/placed.ts";
import type { RawModule } from "../load/raw-course.ts";
import { checkCase, isCase } from "./cases.ts";
import type { CheckedQuiz } from "./checked.ts";
import { judgedDraw } from "./draw.ts";
import { drawableOf } from "./drawable.ts";
import { check } from "./issues.ts";
import { checkQuestion, type QuestionFacts } from "./questions.ts";
import { quiz as schema } from "./schemas.ts";

/** A module's questions and cases from both files, and how they are drawn; no quiz when the module has neither file. */
export function checkQuiz(
  raw: RawModule,
  notes: Diagnostic[],
): { readonly facts: readonly QuestionFacts[]; readonly cases: readonly Placed[]; readonly quiz?: CheckedQuiz } {
  const { quizYaml, quizMarkdown } = raw;
  const file = quizYaml ?? quizMarkdown;
  if (!file) return { facts: [], cases: [] };
  const parts = [quizYaml?.value, quizMarkdown?.value].filter((part) => part !== undefined);
  const sources = parts.flatMap(questionsOf);
  const facts = sources.flatMap((source, number) => {
    return isCase(source) ? checkCase(source, number, notes) : [checkQuestion(source, notes)];
  });
  const hasMore = quizMarkdown?.value !== undefined;
  const draw = quizYaml?.value && checkDraw(quizYaml.value, { module: raw.id, hasMore }, facts, notes);
  const unread = [quizYaml, quizMarkdown].some((each) => each && !each.value);
  if (facts.length === 0 && !unread) {
    notes.push({
      ...{
        code: "quiz/no-questions",
        severity: "error",
        message: "This quiz has no questions.",
        place: { file: file.file, line: 1 },
      },
      help: "Write a question, or delete the file if the module has no quiz.",
    });
  }
  const questions = facts.flatMap(({ question }) => question ?? []);
  return {
    facts,
    cases: sources.filter(isCase),
    quiz: { questions, ...(draw ? { draw } : {}), place: file.value?.placeOf([]) ?? { file: file.file } },
  };
}

/** The questions of a quiz file, each with places of its own. */
export function questionsOf(quiz: Placed): readonly Placed[] {
  const { data } = quiz;
  const questions = typeof data === "object" && data !== null && "questions" in data ? data.questions : undefined;
  return Array.isArray(questions)
    ? questions.map((question, index) => below(quiz, ["questions", index], question))
    : [];
}

/** `hasMore` is true when `quiz.md` holds questions too: then `quiz.yaml` may hold the draw alone. */
function checkDraw(
  source: Placed,
  { module, hasMore }: { readonly module: string; readonly hasMore: boolean },
  facts: readonly QuestionFacts[],
  notes: Diagnostic[],
): CheckedQuiz["draw"] {
  const read = check(hasMore ? schema.partial({ questions: true }) : schema, source, { area: "quiz", keys: KEYS });
  notes.push(...read.notes);
  if (!read.value) return undefined;
  const asked = facts.filter(({ use }) => use !== "exam");
  return judgedDraw(
    read.value,
    source,
    asked.map((fact) => drawableOf(fact, module)),
    notes,
  );
}

const KEYS = [
  ...Object.keys(schema.shape),
  ...["items", "at-least", "at-most", "from", "tag", "competency", "bloom", "lesson", "count"],
];
