import type { z } from "zod";

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

/** What a type may ask of the renderer. */
export interface RenderKit {
  /** Markdown without block elements → HTML. `text` is the index in {@link AuthoringType.texts}, for its place. */
  inline(markdown: string, text: number): string;
  /** Markdown → HTML. */
  block(markdown: string, text: number): string;
}

/** The question's common facts that a type may need when it is delivered. */
export interface DeliveredQuestion<Spec> {
  readonly spec: Spec;
  /** Ordinals of {@link AuthoringType.parts}. */
  readonly parts: readonly number[];
}

/** What the authoring side knows of one type. */
export interface AuthoringType<Spec> {
  readonly name: string;
  /** The type's own keys of a question, from text only: every scalar arrives as the author wrote it. */
  readonly schema: z.ZodType<Spec>;
  /** The keys that {@link schema} reads, for "did you mean". */
  readonly keys: readonly string[];
  /** What a schema cannot say: no right choice, two equal choices. */
  problems(spec: Spec): readonly SpecProblem[];
  /** Changing it retires the question's ordinal, because old answers could not be read. */
  shape(spec: Spec): string;
  /** Parts that get ordinals of their own, so that answers survive reordering: choices by id, else text. */
  parts(spec: Spec): readonly { readonly id?: string; readonly text: string }[];
  /** Every author text, with its path below the question. */
  texts(spec: Spec): readonly { readonly path: readonly (string | number)[]; readonly text: string }[];
  /** The browser's marking key and the context of the type's `view.hbs`. */
  deliver(question: DeliveredQuestion<Spec>, kit: RenderKit): { readonly key: unknown; readonly view: object };
}
