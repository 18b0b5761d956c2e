import type { ViewType } from "../../questions/view.ts";
import type { App } from "../app.ts";

/** The question types by name. */
export type ViewTypes = Readonly<Record<string, ViewType<unknown, unknown>>>;

/** What every view is built with. */
export interface Stage {
  readonly app: App;
  readonly views: ViewTypes;
}

/** One screen on the page. */
export interface View {
  readonly node: HTMLElement;
  /** Takes the focus when the screen is shown; focusable. */
  readonly heading: HTMLElement;
  /** Called after answers and progress changed; never rebuilds controls in use. */
  update?(): void;
  /** Called before the next screen takes its place. */
  close?(): void;
}
