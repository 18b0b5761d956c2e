import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { check } from "../../../src/build.ts";
import { memory, type Source } from "../../../src/load/source.ts";
import { mend } from "../../../src/mend/mend.ts";
import { nameFrom } from "../../../src/scaffold/names.ts";
import { smallCourse } from "../../support/small-course.ts";

type Files = Readonly<Record<string, string>>;

async function fixed(files: Files): Promise<Files> {
  const mended = await mend(memory(files));
  return { ...files, ...Object.fromEntries(mended.map(({ path, text }) => [path, text])) };
}

const codes = async (source: Source) => (await check(source)).notes.map(({ code }) => code);

describe("values that need quotes", () => {
  test.each([
    ["summary: Ratio: 1 to 2", 'summary: "Ratio: 1 to 2"'],
    ["summary: The # sign", 'summary: "The # sign"'],
    ["summary: [[gap]] in text", 'summary: "[[gap]] in text"'],
    ["summary: {{lb}} pounds", 'summary: "{{lb}} pounds"'],
    ["summary: *really* so", 'summary: "*really* so"'],
    ["summary: @home", 'summary: "@home"'],
    ["summary: `code`", 'summary: "`code`"'],
    ["summary: %5 saline", 'summary: "%5 saline"'],
    ['summary: "A" and "B": both', `summary: '"A" and "B": both'`],
  ])("%s → %s", async (before, after) => {
    const settings = (line: string) => `# mine\ntitle:   Ethics\n${line}\nobjectives: [ Know it. ]\n`;
    const files = smallCourse({ "ethics/module.yaml": settings(before) });
    const mended = await fixed(files);
    expect(mended["ethics/module.yaml"]).toBe(settings(after));
    expect(await codes(memory(mended))).toEqual([]);
  });

  test("in a lesson's head and in every line that has one", async () => {
    const head = (title: string, objective: string) =>
      `---\ntitle: ${title}\nid: first\nobjectives:\n  - ${objective}\n---\n\nA: b # c, as it was: [[x]]\n`;
    const files = smallCourse({ "basics/01-first.md": head("One: two", "Count # of beats") });
    expect((await fixed(files))["basics/01-first.md"]).toBe(head('"One: two"', '"Count # of beats"'));
  });

  test("stays as it is where quotes do not help, or judgment is needed", async () => {
    const files = smallCourse({
      "ethics/module.yaml": 'title: "Ethics\nsummary: Open.\n',
      "basics/module.yaml": "title: Basics\n\tsummary: A tab.\n",
      "course.yaml": "id: demo\ntitle: “Curly”\nmodules: [basics, ethics]\n",
      "exam.yaml": "minutes:30\ntitle: Final\n",
    });
    expect(await fixed(files)).toEqual(files);
  });
});

describe("ids", () => {
  test("come from headings and stems, unique in the course, and the course then checks clean", async () => {
    const files = smallCourse({
      "basics/quiz.md":
        "## Report a reading {lesson=first}\n\nWhat do you do?\n\n- [x] This\n- [ ] That\n\n> So.\n\n## Report a reading {#mine lesson=first}\n\n- [x] This\n- [ ] That\n\n> So.\n",
      "ethics/quiz.md": undefined,
      "ethics/quiz.yaml": `questions:
  - stem: Report a reading
    lesson: first
    choices: [{ right: This }, { wrong: That }]
    rationale: So.
  - { stem: Why?, lesson: first, answer: "true", rationale: So. }
`,
    });
    const mended = await fixed(files);
    expect(mended["basics/quiz.md"]).toContain("## Report a reading {#report-reading lesson=first}\n");
    expect(mended["ethics/quiz.yaml"]).toContain("  - id: report-reading-2\n    stem: Report a reading\n");
    expect(mended["ethics/quiz.yaml"]).toContain('  - { id: why, stem: Why?, lesson: first, answer: "true"');
    expect(await codes(memory(mended))).toEqual([]);
  });

  test("keep the ordinals, and with them the answers, that the lock file has given out", async () => {
    const files = smallCourse({
      "basics/quiz.md": "## Which one? {lesson=first}\n\n- [x] This\n- [ ] That\n\n> So.\n",
    });
    const first = await check(memory(files));
    if (!first.ok) throw new Error("the course is not sound");
    const released = { ...files, "course.lock.yaml": first.value.lock.text };
    const mended = await fixed(released);
    const second = await check(memory(mended));
    if (!second.ok) throw new Error("the mended course is not sound");
    expect(second.value.lock.changed).toBe(false);
    const ordinals = (outcome: typeof first) =>
      outcome.ok && outcome.value.course.modules.map(({ quiz }) => quiz?.questions.map(({ ordinal }) => ordinal));
    expect(ordinals(second)).toEqual(ordinals(first));
    expect(mended["course.lock.yaml"]).toContain('"one":');
  });

  test("are given to a case and to its questions", async () => {
    const quiz = (one: string, two: string) =>
      `questions:\n  - ${one}stem: Ms. Lee\n    type: case\n    questions:\n      - ${two}stem: What now?\n        answer: "true"\n      - id: ms-lee\n        stem: And then?\n        answer: "true"\n`;
    const files = smallCourse({ "basics/quiz.md": undefined, "basics/quiz.yaml": quiz("", "") });
    const mended = await fixed(files);
    expect(mended["basics/quiz.yaml"]).toBe(quiz("id: ms-lee-2\n    ", "id: now\n        "));
  });

  test("are not given to what is no question, nor into what cannot be read", async () => {
    const files = smallCourse({
      "basics/quiz.md": undefined,
      "basics/quiz.yaml": "questions:\n  - points: 2\n  - just text\n  - []\n",
      "ethics/quiz.md": undefined,
      "ethics/quiz.yaml": "questions: [ { stem: Open",
    });
    expect(await fixed(files)).toEqual(files);
  });
});

/** A quiz of both kinds in an author's own formatting; `ids` gives each question's id, or none. */
interface Sketch {
  readonly stem: string;
  readonly form: "block" | "below" | "flow";
  readonly gap: string;
  readonly id: string | undefined;
}

function yamlQuiz(sketches: readonly Sketch[], end: string): string {
  const entry = ({ stem, form, gap, id }: Sketch): string => {
    const key = id === undefined ? "" : `id: ${id}`;
    if (form === "flow") return `  -${gap}{ ${key && `${key}, `}stem: '${stem}' } # mine`;
    const column = form === "block" ? " ".repeat(3 + gap.length) : "      ";
    const start = form === "block" ? `  -${gap}` : `  -${gap}\n${column}`;
    return `${start}${key && `${key}\n${column}`}stem: '${stem}'  \n${column}# mine\n\n${column}points: 2`;
  };
  return `# mine\nquestions:\n${sketches.map(entry).join("\n")}\n`.replaceAll("\n", end);
}

function markdownQuiz(sketches: readonly Sketch[], end: string): string {
  const entry = ({ stem, form, gap, id }: Sketch): string => {
    const pool = form === "flow" ? "pool=a" : "";
    const inside = [id === undefined ? "" : `#${id}`, pool].filter((part) => part !== "").join(" ");
    return `##${gap}${stem}${inside && ` {${inside}}`}${gap}\n\n- [x]  This \n- [ ] That\n`;
  };
  return `<!-- mine -->\n\n${sketches.map(entry).join("\n")}`.replaceAll("\n", end);
}

const sketches = fc.array(
  fc.record({
    stem: fc.constantFrom("Which one", "Why is it so", "脈", "7 rights", "Name the # of parts", "é è", "a: b"),
    form: fc.constantFrom("block" as const, "below" as const, "flow" as const),
    gap: fc.constantFrom(" ", "  "),
    hasId: fc.boolean(),
  }),
  { minLength: 1, maxLength: 6 },
);

test("a fix adds the ids and nothing else, whatever the formatting, and a second one changes nothing", async () => {
  await fc.assert(
    fc.asyncProperty(
      sketches,
      fc.constantFrom("\n", "\r\n"),
      fc.constantFrom("", "\uFEFF"),
      fc.constantFrom("quiz.yaml", "quiz.md"),
      async (list, end, mark, file) => {
        const draw = file === "quiz.yaml" ? yamlQuiz : markdownQuiz;
        const taken = new Set(list.flatMap(({ hasId }, index) => (hasId ? [`own-${index}`] : [])));
        const before = list.map((each, index) => ({ ...each, id: each.hasId ? `own-${index}` : undefined }));
        const after = before.map((each) => ({ ...each, id: each.id ?? nameFrom(each.stem, taken, "question") }));
        const course = { "course.yaml": "id: c\ntitle: C\nmodules: [one]\n", "one/module.yaml": "title: One\n" };
        const mended = await fixed({ ...course, [`one/${file}`]: mark + draw(before, end) });
        expect(mended).toEqual({ ...course, [`one/${file}`]: mark + draw(after, end) });
        expect(await fixed(mended)).toEqual(mended);
      },
    ),
    { numRuns: 200 },
  );
});

test("quotes are put around any text that needs them, and around nothing else", async () => {
  const texts = fc.array(fc.constantFrom("a", "b c", ": ", " # ", "[[x]]", "{{y}}", "*", "&z", "@", "`", "%", "é"), {
    minLength: 1,
    maxLength: 6,
  });
  await fc.assert(
    fc.asyncProperty(texts, fc.constantFrom("\n", "\r\n"), async (parts, end) => {
      const text = parts.join("");
      const lines = (value: string) => ["# mine", "title:   T", `summary: ${value}`, "minutes: 5", ""].join(end);
      const mended = await fixed({ "course.yaml": "id: c\n", "one/module.yaml": lines(text) });
      const result = mended["one/module.yaml"];
      expect([lines(text), lines(`"${text.trimEnd()}"`)]).toContain(result);
      expect(await fixed(mended)).toEqual(mended);
    }),
    { numRuns: 300 },
  );
});
