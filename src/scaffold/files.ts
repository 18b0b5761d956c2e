/** Files to write, made of templates in which `__WORD__` stands for what the author said. */

/** A file of a course; the path is relative to the course folder. */
export interface NewFile {
  readonly path: string;
  readonly text: string;
  /** True for what the tool alone writes; an author's file is never replaced, and changed only where it must be. */
  readonly replaces?: true;
}

/** What the tool brings along (`assets.ts`). */
export interface ScaffoldKit {
  /** Templates by path: "course/course.yaml". */
  readonly templates: ReadonlyMap<string, string>;
  /** JSON Schemas by file name: "course.json". */
  readonly schemas: ReadonlyMap<string, string>;
  /** The tool's version. */
  readonly version: string;
}

/** A template with its words filled in. @throws Error when there is no such template: this installation is incomplete. */
export function filled(kit: ScaffoldKit, template: string, words: Readonly<Record<string, string>>): string {
  const text = kit.templates.get(template);
  if (text === undefined) throw new Error(`There is no template “${template}”.`);
  return text.replace(/__([A-Z]+)__/g, (whole, word: string) => words[word] ?? whole);
}

/**
 * The schemas that the first lines of the course's files name. They lie in the course, so that editors find them offline,
 * without an installation, and in the version that the course is checked by.
 */
export function schemaFiles({ schemas }: ScaffoldKit): readonly NewFile[] {
  return [...schemas].map(([name, text]) => ({ path: `.schemas/${name}`, text, replaces: true }));
}
