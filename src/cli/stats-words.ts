import type { ByBloom, CourseStats, LessonStats, ModuleStats, QuestionStats } from "../stats.ts";

/** A course's numbers as text for a terminal: a block for each module, then the sums. */
export function statsText(stats: CourseStats): string {
  const width = Math.max(0, ...stats.modules.flatMap(({ lessons }) => lessons.map(({ lesson }) => lesson.length)));
  const parts = [...stats.modules, ...(stats.exam ? [stats.exam] : [])];
  const blocks = parts.map((part) => moduleText(part, width));
  const sheets = stats.checkOffs === 0 ? "" : `, check-off sheets ${stats.checkOffs}`;
  const all = `All modules: lessons ${stats.lessons}, words ${stats.words}, ${questionsText(stats)}${sheets}`;
  return `${[...blocks, all].join("\n\n")}\n\nWords are those of running text; the reading level is the Flesch-Kincaid grade.\n`;
}

function moduleText(module: ModuleStats, width: number): string {
  const lines = [
    `${module.module}: lessons ${module.lessons.length}, words ${module.words}, ${questionsText(module)}`,
    ...module.lessons.map((lesson) => lessonText(lesson, width)),
    ...(module.pools.length === 0 ? [] : [`  draws: ${module.pools.map(poolText).join(", ")}`]),
  ];
  return lines.join("\n");
}

function lessonText({ lesson, words, grade }: LessonStats, width: number): string {
  const level = grade === undefined ? "" : `   grade ${grade.toFixed(1).padStart(4)}`;
  return `  ${lesson.padEnd(width)} ${String(words).padStart(6)} words${level}`;
}

function questionsText({ questions, bloom, applied }: QuestionStats): string {
  const share = applied === undefined ? "" : `; ${applied}% apply or above`;
  return questions === 0 ? "questions 0" : `questions ${questions} (${bloomText(bloom)}${share})`;
}

function bloomText(bloom: ByBloom): string {
  return Object.entries(bloom)
    .map(([level, count]) => (level === "unnamed" ? `no level ${count}` : `${level} ${count}`))
    .join(", ");
}

function poolText({ pool, size, draw }: ModuleStats["pools"][number]): string {
  return `${pool} ${draw} of ${size}`;
}
