import type { Diagnostic, Place } from "../diagnostics/diagnostic.ts";
import { below, type Placed } from "../load/placed.ts";
import type { RawModule } from "../load/raw-course.ts";
import { nearestSum } from "../tracking/draw.ts";
import { checkCase, isCase } from "./cases.ts";
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
  const facts = parts.flatMap(questionsOf).flatMap((source, number) => {
    return isCase(source) ? checkCase(source, number, notes) : [checkQuestion(source, notes)];
  });
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
  const pools = unitsByPool(facts);
  const drawn = new Set<string>();
  for (const [index, { from, count }] of draw.entries()) {
    const place = source.placeOf(["draw", index, "from"]);
    const units = pools.get(from);
    const at = source.placeOf(["draw", index, "count"]);
    if (units === undefined) notes.push(unknown("quiz/unknown-pool", "pool", from, pools.keys(), place));
    else if (drawn.has(from)) {
      const help = "Draw from each pool once, with one count.";
      notes.push({
        code: "quiz/pool-drawn-twice",
        severity: "error",
        message: `The pool “${from}” is drawn from twice.`,
        place,
        help,
      });
    } else notes.push(...misfits(from, count, units, at));
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

/** What is drawn as a whole: a case, or a question by itself. */
type Unit = readonly QuestionFacts[];

/** What a quiz may draw from each pool. */
function unitsByPool(facts: readonly QuestionFacts[]): ReadonlyMap<string, readonly Unit[]> {
  const pools = new Map<string, Map<unknown, QuestionFacts[]>>();
  for (const fact of facts) {
    if (fact.use === "exam") continue;
    const units = pools.get(fact.pool) ?? new Map<unknown, QuestionFacts[]>();
    const key = fact.case ?? fact;
    pools.set(fact.pool, units.set(key, [...(units.get(key) ?? []), fact]));
  }
  return new Map([...pools].map(([pool, units]) => [pool, [...units.values()]]));
}

/** A count that the pool cannot give. */
function misfits(pool: string, count: number, units: readonly Unit[], place: Place): readonly Diagnostic[] {
  const size = units.reduce((sum, { length }) => sum + length, 0);
  if (count > size) return [tooFew(pool, count, size, place)];
  const below = nearestSum(units, count);
  if (below === count) return neverDrawn(units, count);
  const above = size - nearestSum(units, size - count);
  return [
    {
      ...{ code: "quiz/case-does-not-fit", severity: "error", place },
      message: `Exactly ${count} questions cannot be drawn from the pool “${pool}”, because cases are drawn as a whole.`,
      help: `Draw ${below > 0 ? `${below} or ${above}` : above}, or add questions that stand alone.`,
    },
  ];
}

/** Cases, and questions beside them, that leave no way to the exact count. */
function neverDrawn(units: readonly Unit[], count: number): readonly Diagnostic[] {
  const sizes = new Set(units.map(({ length }) => length));
  if (Math.max(...sizes) <= 1) return [];
  const stuck = [...sizes].filter((size) => {
    const others = units.toSpliced(
      units.findIndex(({ length }) => length === size),
      1,
    );
    return count < size || nearestSum(others, count - size) < count - size;
  });
  return units.flatMap((unit) => {
    const place = unit[0]?.place;
    if (place === undefined || !stuck.includes(unit.length)) return [];
    const what = unit[0]?.case === undefined ? "This question" : `This case of ${unit.length}`;
    return [
      {
        ...{ code: "quiz/case-never-drawn", severity: "warning", place },
        message: `${what} is never drawn: nothing makes it up to exactly ${count} questions.`,
        help: "Draw another number from its pool, or give it a pool of its own.",
      },
    ];
  });
}

function tooFew(pool: string, count: number, size: number, place: Place): Diagnostic {
  return {
    code: "quiz/pool-too-small",
    severity: "error",
    message: `${count} questions are drawn from the pool “${pool}”, which has ${size}.`,
    place,
    help: `Draw at most ${size}, or write more questions for the pool.`,
  };
}
