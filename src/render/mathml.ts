/** TeX → MathML, by temml. */
import temml from "temml";

export interface MathRequest {
  readonly tex: string;
  /** Whether it stands on lines of its own. */
  readonly display: boolean;
}

export type WrittenMath =
  | { readonly ok: true; readonly html: string }
  | { readonly ok: false /** What temml does not understand. */; readonly why: string };

export type WriteMath = (request: MathRequest) => WrittenMath;

/**
 * The MathML of a formula. Inline styles are taken out, since packages run under `default-src 'self'`: what they do in temml's
 * output, classes and the theme do here. `trust` stays off, so that no formula reaches an address.
 */
export const mathml: WriteMath = ({ tex, display }) => {
  try {
    const html = temml.renderToString(tex, { displayMode: display, throwOnError: true, maxExpand: 100 });
    return { ok: true, html: html.replace(/ style="[^"]*"/g, "") };
  } catch (error) {
    // temml throws for every mistake in a formula; what else it may throw is a mistake in one, too.
    return { ok: false, why: reason(error) };
  }
};

/** temml's message without the marked copy of the formula that follows a colon. */
function reason(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.replace(/ at (position \d+|end of input):[\s\S]*$/, "").trim();
}
