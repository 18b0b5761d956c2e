/** How a question type meets the page: it binds controls that its `view.hbs` rendered. DOM only. */

/** What the player gives a bound question. */
export interface BindContext<Response> {
  /** The stored response, when there is one. */
  readonly response: Response | undefined;
  /** Unique on the page: names the group of radio buttons. */
  readonly name: string;
  /** Seeds this learner's and attempt's order. */
  readonly seed: number;
  readonly shuffle: boolean;
  /** Whether a step that is final may be explained at once, where learners answer in steps. */
  readonly explains: boolean;
  /** The learner's texts in the course's language. */
  text(key: string, values?: Readonly<Record<string, string | number>>): string;
  /**
   * Called after every change by the learner; `undefined` when nothing is answered any more. `soon` while text is being
   * typed: each letter is kept on the device, but LMSs that save synchronously are not asked to save each one.
   */
  onChange(response: Response | undefined, pace?: "now" | "soon"): void;
}

/** What a reveal shows. */
export interface Reveal {
  /** "Your answer", "Correct answer" … in the course's language. */
  text(key: string, values?: Readonly<Record<string, string | number>>): string;
  /** False when the right answer stays hidden: only what the learner chose is shown. */
  readonly showKey: boolean;
}

export interface BoundQuestion<Response> {
  /** Makes every control read-only. */
  lock(): void;
  /** Locks, and says in words what was chosen and what is right, with the feedback of each choice. */
  reveal(response: Response | undefined, how: Reveal): void;
}

export interface ViewType<Key, Response> {
  bind(root: HTMLElement, key: Key, context: BindContext<Response>): BoundQuestion<Response>;
}
