/** What a directive is to those who render it. */
import type { Page } from "./page-context.ts";

/** `:::name[label]{key=value}` as written. */
export interface Directive {
  readonly name: string;
  readonly label: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** The text between its fences. */
  readonly body: string;
  /** The line of its opening fence, from 0 within the page's text. */
  readonly line: number;
}

/** HTML before and after what stands between the fences. */
export interface Frame {
  readonly before: string;
  readonly after: string;
  /** Present when all is said: nothing of what stands between the fences is rendered inside. */
  readonly whole?: true;
}

/** One kind of directive. */
export interface DirectiveKind {
  readonly required: readonly string[];
  readonly optional: readonly string[];
  /** Whether its body is Markdown that stands inside the frame; else the frame has made what it wants of it. */
  readonly holdsMarkdown: boolean;
  frame(directive: Directive, page: Page): Frame;
}
