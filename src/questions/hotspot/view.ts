import type { Chosen, KeyChoice } from "../choice/core.ts";
import { bindChoices } from "../choice/view.ts";
import type { ViewType } from "../view.ts";
import type { HotspotKey } from "./core.ts";

/** What one region is on the page: its marks on the picture, and its control in the list. */
interface Spot {
  readonly choice: KeyChoice;
  readonly marks: readonly Element[];
  readonly row: HTMLElement;
  readonly input: HTMLInputElement;
}

/** A list of radio buttons or checkboxes; pressing a mark on the picture presses its control. */
export const hotspot: ViewType<HotspotKey, Chosen> = {
  bind(root, key, context) {
    // The key's order is that of the letters.
    const bound = bindChoices(root, key, { ...context, shuffle: false });
    const spots = findSpots(root, key);
    const update = (): void => {
      for (const { marks, input } of spots) toggle(marks, "is-chosen", input.checked);
    };
    for (const { marks, row, input } of spots) {
      for (const mark of marks) mark.addEventListener("click", () => input.click());
      row.addEventListener("focusin", () => toggle(marks, "is-here", true));
      row.addEventListener("focusout", () => toggle(marks, "is-here", false));
      input.addEventListener("change", update);
    }
    update();
    return {
      lock: bound.lock,
      reveal(response, how) {
        bound.reveal(response, how);
        update();
        if (how.showKey) spots.forEach(revealSpot);
      },
    };
  },
};

function findSpots(root: HTMLElement, key: HotspotKey): readonly Spot[] {
  return key.choices.flatMap((choice) => {
    const row = root.querySelector<HTMLElement>(`[data-choice="${choice.o}"]`);
    const input = row?.querySelector("input");
    const marks = [...root.querySelectorAll(`[data-mark="${choice.o}"]`)];
    return row && input ? [{ choice, marks, row, input }] : [];
  });
}

/** Names what is there; the picture repeats by color what the list says in words. */
function revealSpot({ choice, marks, row, input }: Spot): void {
  toggle(marks, "is-right", choice.right);
  toggle(marks, "is-wrong", input.checked && !choice.right);
  const name = row.querySelector<HTMLElement>("[data-name]");
  if (name === null) return;
  name.textContent = choice.text;
  name.hidden = false;
}

function toggle(marks: readonly Element[], name: string, on: boolean): void {
  for (const mark of marks) mark.classList.toggle(name, on);
}
