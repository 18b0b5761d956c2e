/** Renders the body of one lesson, with the files beside it. */
import type { Asset, Course, Lesson } from "../../../src/model/course.ts";
import { enginesFor } from "../../../src/render/engines.ts";
import { render } from "../../../src/render/render.ts";
import { course, lesson, module, modulePackage, templates } from "./setup.ts";

export interface Shown {
  /** The body as HTML; empty when something is wrong. */
  readonly html: string;
  /** The whole of index.html. */
  readonly page: string;
  readonly notes: readonly string[];
  readonly messages: readonly string[];
  readonly helps: readonly (string | undefined)[];
  readonly files: readonly string[];
}

/** The lesson is `duties/01-lesson.md`; its body begins on line 10. */
export async function show(
  body: string,
  assets: readonly Asset[] = [],
  part: { readonly lesson?: Partial<Lesson>; readonly course?: Partial<Course> } = {},
): Promise<Shown> {
  const duties = module({ lessons: [lesson({ ordinal: 1, body, ...part.lesson })], assets });
  const all = course([duties], part.course);
  const engines = await enginesFor(all);
  const { notes, ...outcome } = render(all, modulePackage(duties, all), templates, { generator: "Test", engines });
  const files = outcome.ok ? outcome.value.files : [];
  const index = files.find(({ path }) => path === "index.html")?.content;
  const page = index?.kind === "bytes" ? new TextDecoder().decode(index.bytes) : "";
  return {
    html:
      /<div class="prose">\n([\s\S]*?)<\/div>\n(?:<section class="terms"[\s\S]*)?<\/template>/
        .exec(page)?.[1]
        ?.trim() ?? "",
    page,
    notes: notes.map(
      ({ code, severity, place }) =>
        `${severity} ${code} ${place?.file}:${place?.line ?? ""}${place?.column ? `:${place.column}` : ""}`,
    ),
    messages: notes.map(({ message }) => message),
    helps: notes.map(({ help }) => help),
    files: files.map(({ path }) => path),
  };
}
