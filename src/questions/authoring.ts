import type * as z from "zod";

/** A finding about a question's own keys; the validator adds file, line and column. */
export interface SpecProblem {
  /** The permanent part after `question/`. */
  readonly code: string;
  readonly severity: "error" | "warning";
  /** Below the question. */
  readonly path: readonly (string | number)[];
  readonly message: string;
  readonly help: string;
}

/** What the tool itself says in a question, in the course's language. */
export type ToolWord = "true" | "false" | "agree1" | "agree2" | "agree3" | "agree4" | "agree5";

/** What a type may ask of the renderer. */
export interface RenderKit {
  /** The course's language (BCP 47), for the decimal mark of numbers. */
  readonly language: string;
  word(name: ToolWord): string;
  /** Markdown without block elements → HTML. `text` is the index in {@link AuthoringType.texts}, for its place. */
  inline(markdown: string, text: number): string;
  /** Markdown → HTML. */
  block(markdown: string, text: number): string;
  /** A picture of the module, as the package holds it; `undefined` (with a finding) when it is missing. */
  image(path: string, text: number): RenderedImage | undefined;
  /** Notes an error that shows only beside the rendered picture; `text` says where. */
  report(problem: Pick<SpecProblem, "code" | "message" | "help">, text: number): void;
}

/** A picture in the package, with its natural size in CSS pixels. */
export interface RenderedImage {
  readonly src: string;
  readonly width: number;
  readonly height: number;
}

/** The question's common facts that a type may need when it is delivered. */
export interface DeliveredQuestion<Spec> {
  readonly spec: Spec;
  /** Ordinals of {@link AuthoringType.parts}. */
  readonly parts: readonly number[];
  /** Markdown as the author wrote it. */
  readonly stem: string;
  readonly rationale?: string;
}

/** A question in the browser's terms. */
export interface Delivery {
  readonly key: unknown;
  /** The context of the type's `view.hbs`. */
  readonly view: object;
  /** Markdown in place of the author's, when the type writes gaps or variables into it. */
  readonly stem?: string;
  readonly rationale?: string;
}

/** One line of a question's key in words, for whoever teaches it. */
export interface AnswerLine {
  /**
   * `right`, `wrong`: a part to choose or to leave. `answer`: a part or a gap, and what belongs there. `next`: the next part in
   * the right order. `model`, `good`: a model answer, and what a good one does. `open`: a part of which none is right. `scene`: what
   * stands over the lines that follow.
   */
  readonly kind: "right" | "wrong" | "answer" | "next" | "model" | "good" | "open" | "scene";
  /** The part as HTML, with blocks for `model` and `scene`; absent for a gap, which stands in the stem. */
  readonly html?: string;
  /** What belongs there, as plain words: the best answer first, then what counts as well. */
  readonly answers?: readonly string[];
  /** What does not count, as plain words. */
  readonly refused?: readonly string[];
  /** Feedback as HTML. */
  readonly why?: string;
}

/** What the authoring side knows of one type. */
export interface AuthoringType<Spec> {
  readonly name: string;
  /** The type's own keys of a question, from text only: every scalar arrives as the author wrote it. */
  readonly schema: z.ZodType<Spec>;
  /** The keys that {@link schema} reads, for "did you mean". */
  readonly keys: readonly string[];
  /** False for types that no machine marks: they carry 0 points and are reported as neutral. */
  readonly graded?: false;
  /** What a schema cannot say: no right choice, two equal choices, a gap without an answer. */
  problems(spec: Spec, stem: string, rationale?: string): readonly SpecProblem[];
  /** Changing it retires the question's ordinal, because old answers could not be read. Includes a variant list's hash. */
  shape(spec: Spec, stem: string): string;
  /** How many variants were computed from the author's variables; absent where there are none. From 2 to 256. */
  variants?(spec: Spec): number;
  /** Parts that get ordinals of their own, so that answers survive reordering: choices by id, else text. */
  parts(spec: Spec, stem: string): readonly { readonly id?: string; readonly text: string }[];
  /** Every author text, with its path below the question. */
  texts(spec: Spec): readonly { readonly path: readonly (string | number)[]; readonly text: string }[];
  /** One variant (counted from 0) for the browser. */
  deliver(question: DeliveredQuestion<Spec>, kit: RenderKit, variant: number): Delivery;
  /** The key of one variant (counted from 0) in words, for the instructor's papers; empty where nothing is right or wrong. */
  answers(question: DeliveredQuestion<Spec>, kit: RenderKit, variant: number): readonly AnswerLine[];
  /** The picture that the key points at: the context of `templates/partials/marked-picture.hbs`. */
  picture?(question: DeliveredQuestion<Spec>, kit: RenderKit): object;
}
