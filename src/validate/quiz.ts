import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { below, type Placed } from "../load/placed.ts";
import type { RawModule } from "../load/raw-course.ts";
import type { CheckedQuiz } from "./checked.ts";
import { check } from "./issues.ts";
import { checkQuestion, type QuestionFacts } from "./questions.ts";
import { unknown } from "./references.ts";
import { quiz as schema } from "./schemas.ts";

/** A module's questions from both files, and how they are drawn; no quiz when the module has neither file. */
export function checkQuiz(
  raw: RawModule,
  notes: Diagnostic[],
): { readonly facts: readonly QuestionFacts[]; readonly quiz?: CheckedQuiz } {
  const { quizYaml, quizMarkdown } = raw;
  const file = quizYaml ?? quizMarkdown;
  if (!file) return { facts: [] };
  const parts = [quizYaml?.value, quizMarkdown?.value].filter((part) => part !== undefined);
  const facts = parts.flatMap((part) => questionsOf(part).map((source) => checkQuestion(source, notes)));
  const draw = quizYaml?.value && checkDraw(quizYaml.value, quizMarkdown?.value !== undefined, facts, notes);
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
  hasMore: boolean,
  facts: readonly QuestionFacts[],
  notes: Diagnostic[],
): CheckedQuiz["draw"] {
  const read = check(hasMore ? schema.partial({ questions: true }) : schema, source, {
    area: "quiz",
    keys: Object.keys(schema.shape),
  });
  notes.push(...read.notes);
  const draw = read.value?.draw;
  if (!draw) return undefined;
  const pools = poolSizes(facts);
  const drawn = new Set<string>();
  for (const [index, { from, count }] of draw.entries()) {
    const place = source.placeOf(["draw", index, "from"]);
    const size = pools.get(from);
    if (size === undefined) notes.push(unknown("quiz/unknown-pool", "pool", from, pools.keys(), place));
    else if (drawn.has(from)) {
      const help = "Draw from each pool once, with one count.";
      notes.push({
        code: "quiz/pool-drawn-twice",
        severity: "error",
        message: `The pool “${from}” is drawn from twice.`,
        place,
        help,
      });
    } else if (count > size) notes.push(tooFew(from, count, size, source.placeOf(["draw", index, "count"])));
    drawn.add(from);
  }
  for (const { pool, use, source: question, place } of facts) {
    if (use === "exam" || drawn.has(pool)) continue;
    drawn.add(pool);
    const at = question.placeOf(["pool"]) ?? place;
    const help = "Add the pool to `draw`, or correct the question's `pool`.";
    notes.push({
      code: "quiz/pool-not-drawn",
      severity: "warning",
      message: `Nothing is drawn from the pool “${pool}”.`,
      place: at,
      help,
    });
  }
  return draw.map(({ from, count }, index) => ({ pool: from, count, place: source.placeOf(["draw", index]) }));
}

/** How many questions a quiz may draw from each pool. */
function poolSizes(facts: readonly QuestionFacts[]): ReadonlyMap<string, number> {
  const sizes = new Map<string, number>();
  for (const { pool, use } of facts) {
    if (use !== "exam") sizes.set(pool, (sizes.get(pool) ?? 0) + 1);
  }
  return sizes;
}

function tooFew(pool: string, count: number, size: number, place: Diagnostic["place"] & object): Diagnostic {
  return {
    code: "quiz/pool-too-small",
    severity: "error",
    message: `${count} questions are drawn from the pool “${pool}”, which has ${size}.`,
    place,
    help: `Draw at most ${size}, or write more questions for the pool.`,
  };
}
