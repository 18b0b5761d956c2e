/** One scene after the other. A decision is chosen by a radio button, then confirmed; what was decided stays to be read. */
import { shuffled } from "../shuffle.ts";
import { verdictOf } from "../verdict.ts";
import type { BindContext, Reveal, ViewType } from "../view.ts";
import { scenario as core, type Decisions, type ScenarioKey, type Way, walk } from "./core.ts";

/** A scene on the page. An ending has no choices, no controls, and nothing that is decided. */
interface Stop {
  readonly choices: readonly Way[];
  readonly node: HTMLElement;
  readonly title: HTMLElement;
  readonly work: HTMLElement | null;
}

type Context = BindContext<Decisions>;

export const scenario: ViewType<ScenarioKey, Decisions> = {
  bind(root, key, context) {
    const stops = findStops(root, key);
    let decisions = context.response ?? [];
    const decide = (stop: Stop): void => {
      const choice = stop.choices.find(({ o }) => inputOf(stop, o)?.checked);
      if (!choice) {
        say(root, context.text("chooseFirst"), "hint");
        return;
      }
      decisions = [...decisions, choice.o];
      // Only to be heard: what was chosen stands on the page.
      say(root, settle(stop, choice, context), "hidden-text");
      const next = enter(stops[choice.to], decisions.length + 1, context);
      context.onChange(decisions);
      next?.title.focus();
    };
    for (const [index, stop] of stops.entries()) {
      bindChoices(stop, `${context.name}-${index}`, context);
      stop.work?.querySelector("[data-decide]")?.addEventListener("click", () => decide(stop));
    }
    const { steps, at } = walk(key, decisions);
    for (const [index, { scene, choice }] of steps.entries()) {
      const stop = enter(stops[scene], index + 1, context);
      if (stop) settle(stop, choice, context);
    }
    enter(stops[at], steps.length + 1, context);
    const lock = (): void => {
      for (const control of root.querySelectorAll<HTMLInputElement | HTMLButtonElement>("input, button")) {
        control.disabled = true;
      }
    };
    return {
      lock,
      reveal(response, how) {
        lock();
        const given = walk(key, response);
        for (const { scene, choice } of given.steps) revealStop(stops[scene], choice, how);
        if (!core.isFinished?.(key, response ?? [])) revealStop(stops[given.at], undefined, how);
      },
    };
  },
};

function findStops(root: HTMLElement, { scenes }: ScenarioKey): readonly Stop[] {
  return [...root.querySelectorAll<HTMLElement>("[data-scene]")].flatMap((node, index) => {
    const title = node.querySelector<HTMLElement>("[data-title]");
    return title
      ? [{ node, title, work: node.querySelector("[data-work]"), choices: scenes[index]?.choices ?? [] }]
      : [];
  });
}

function say(root: HTMLElement, words: string, style: "hint" | "hidden-text"): void {
  const said = root.querySelector("[data-said]");
  if (!said) return;
  said.textContent = words;
  said.className = style;
}

function inputOf({ node }: Stop, ordinal: number): HTMLInputElement | null {
  return node.querySelector(`[data-choice="${ordinal}"] input`);
}

function bindChoices(stop: Stop, name: string, { shuffle, seed, text }: Context): void {
  for (const { o } of shuffle ? shuffled(stop.choices, seed, (choice) => choice.o) : stop.choices) {
    const input = inputOf(stop, o);
    const row = input?.closest("li");
    if (input) input.name = name;
    if (row) row.parentElement?.append(row);
  }
  const button = stop.work?.querySelector("[data-decide]");
  if (button) button.textContent = text("decide");
}

/** Shows a scene as the latest of the way. A scene whose author gave it no title is known by its number. */
function enter(stop: Stop | undefined, number: number, { text }: Context): Stop | undefined {
  if (!stop) return undefined;
  const { node, title, work } = stop;
  if (!title.textContent) title.textContent = text("scene", { number });
  work?.setAttribute("aria-label", title.textContent ?? "");
  node.parentElement?.append(node);
  node.hidden = false;
  return stop;
}

/** Puts in place of the controls what was chosen; gives the words to announce. */
function settle(stop: Stop, choice: Way, { text, explains }: Context): string {
  if (!explains) return tell(stop, text("youChose", { text: choice.text }), "");
  // Where the way goes on, the right choice is not named yet.
  const { words, style } = verdictOf(
    { given: choice.text, right: undefined, fits: choice.right },
    { text, showKey: true },
  );
  return tell(stop, words, style, choice.why);
}

function revealStop(stop: Stop | undefined, choice: Way | undefined, how: Reveal): void {
  if (!stop) return;
  const rights = stop.choices.filter(({ right }) => right).map(({ text }) => text);
  const { words, style } = verdictOf(
    { given: choice?.text, right: rights.join(" / "), fits: choice?.right === true },
    how,
  );
  tell(stop, words, style, how.showKey ? choice?.why : undefined);
}

function tell({ node, work }: Stop, words: string, style: string, why?: string): string {
  const decision = node.querySelector<HTMLElement>("[data-decision]");
  const verdict = decision?.querySelector("[data-verdict]");
  const reason = decision?.querySelector<HTMLElement>("[data-why]");
  if (!work || !decision || !verdict || !reason) return "";
  work.hidden = true;
  decision.hidden = false;
  decision.className = `row ${style}`;
  verdict.textContent = words;
  reason.hidden = why === undefined;
  reason.innerHTML = why ?? ""; // rendered by the build from the author's Markdown, raw HTML off or sanitized
  return `${words} ${reason.textContent}`.trim();
}
