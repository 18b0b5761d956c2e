/** Radio buttons and checkboxes labeled by their text. */

import { shuffled } from "../shuffle.ts";
import type { BindContext, BoundQuestion, Reveal } from "../view.ts";
import type { ChoiceKey, Chosen, KeyChoice } from "./core.ts";

interface Row {
  readonly choice: KeyChoice;
  readonly item: HTMLElement;
  readonly input: HTMLInputElement;
}

/** Binds the `[data-choice]` rows of a choice question. */
export function bindChoices(root: HTMLElement, key: ChoiceKey, context: BindContext<Chosen>): BoundQuestion<Chosen> {
  const rows = findRows(root, key);
  const order = context.shuffle ? shuffled(rows, context.seed, ({ choice }) => choice.o) : rows;
  for (const { item, input, choice } of order) {
    item.parentElement?.append(item);
    input.name = context.name;
    input.checked = context.response?.includes(choice.o) ?? false;
    input.addEventListener("change", () => {
      const chosen = rows.filter((row) => row.input.checked).map((row) => row.choice.o);
      context.onChange(chosen.length > 0 ? chosen.sort((a, b) => a - b) : undefined);
    });
  }
  const lock = (): void => {
    for (const { input } of rows) input.disabled = true;
  };
  return {
    lock,
    reveal(response, how) {
      lock();
      for (const row of rows) revealRow(row, response?.includes(row.choice.o) ?? false, how);
    },
  };
}

function findRows(root: HTMLElement, key: ChoiceKey): Row[] {
  return key.choices.flatMap((choice) => {
    const item = root.querySelector<HTMLElement>(`[data-choice="${choice.o}"]`);
    const input = item?.querySelector<HTMLInputElement>("input");
    return item && input ? [{ choice, item, input }] : [];
  });
}

function revealRow({ choice, item, input }: Row, chosen: boolean, how: Reveal): void {
  input.checked = chosen;
  const words = [
    ...(chosen ? [how.text("yourAnswer")] : []),
    ...(how.showKey && choice.right ? [how.text("correctAnswer")] : []),
  ];
  item.classList.toggle("is-chosen", chosen);
  item.classList.toggle("is-right", how.showKey && choice.right);
  item.classList.toggle("is-wrong", how.showKey && chosen && !choice.right);
  const verdict = item.querySelector<HTMLElement>("[data-verdict]");
  if (verdict) {
    verdict.textContent = words.join(" · ");
    verdict.hidden = words.length === 0;
  }
  const why = item.querySelector<HTMLElement>("[data-why]");
  if (why && chosen && how.showKey && choice.why !== undefined) {
    why.innerHTML = choice.why; // rendered by the build from the author's Markdown, raw HTML off or sanitized
    why.hidden = false;
  }
}
