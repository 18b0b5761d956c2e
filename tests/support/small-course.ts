/** A sound course of two modules as its files; `changes` replaces or adds files, `undefined` removes one. */
export function smallCourse(changes: Readonly<Record<string, string | undefined>> = {}): Record<string, string> {
  const files = {
    "course.yaml": [
      "id: demo",
      "title: Demo course",
      "summary: A course for tests.",
      "language: en",
      'version: "1"',
      "lms: moodle",
      "targets: [scorm12, scorm2004]",
      "modules: [basics, ethics]",
      "",
    ].join("\n"),
    ...moduleFiles("basics", "Basics"),
    ...moduleFiles("ethics", "Ethics"),
    ...changes,
  };
  return Object.fromEntries(
    Object.entries(files).flatMap(([path, text]) => (text === undefined ? [] : [[path, text]])),
  );
}

function moduleFiles(id: string, title: string): Record<string, string> {
  return {
    [`${id}/module.yaml`]: `title: ${title}\nsummary: What ${title} is about.\nobjectives:\n  - Know it.\n`,
    [`${id}/01-first.md`]: `---\ntitle: First of ${title}\nid: first\nobjectives:\n  - Know it.\n---\n\nOne sentence.\n`,
    [`${id}/quiz.md`]: [1, 2].map((number) => questionText(id, number)).join("\n"),
  };
}

/** One question in the form of quiz.md. */
export function questionText(module: string, number: number): string {
  return `## Which is right, ${number}? {#${module}-${number} lesson=first}\n\n- [x] This\n- [ ] That\n\n> This is.\n`;
}

/** The small course with a Spanish edition of its module `basics`; `changes` as there. */
export function bilingualCourse(changes: Readonly<Record<string, string | undefined>> = {}): Record<string, string> {
  const base = smallCourse();
  const question = (number: number): string =>
    `## ¿Cuál es, ${number}? {#basics-${number} lesson=first}\n\n- [x] Esta\n- [ ] Esa\n\n> Esta es.\n`;
  return smallCourse({
    "course.es.yaml": (base["course.yaml"] ?? "")
      .replace("Demo course", "Curso de prueba")
      .replace("A course for tests.", "Un curso de prueba.")
      .replace("language: en", "language: es")
      .replace("[basics, ethics]", "[basics]"),
    "basics/module.es.yaml": "title: Bases\nsummary: De qué tratan.\nobjectives:\n  - Saberlo.\n",
    "basics/01-first.es.md": "---\ntitle: Primera\nid: first\nobjectives:\n  - Saberlo.\n---\n\nUna frase.\n",
    "basics/quiz.es.md": [1, 2].map(question).join("\n"),
    ...changes,
  });
}
