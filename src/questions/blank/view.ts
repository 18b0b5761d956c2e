/** Text boxes and drop-downs, each named by its number and the words around its gap. */
import { shuffled } from "../shuffle.ts";
import { verdictOf } from "../verdict.ts";
import type { BindContext, BoundQuestion, Reveal, ViewType } from "../view.ts";
import { answerOf, type BlankKey, type Fillings, fillingOf, isRight, type KeyGap, shorten, wordsOf } from "./core.ts";
import { fold } from "./spelling.ts";

type Control = HTMLInputElement | HTMLSelectElement;

interface Row {
  readonly gap: KeyGap;
  readonly item: HTMLElement;
  readonly control: Control;
}

function bind(root: HTMLElement, key: BlankKey, context: BindContext<Fillings>): BoundQuestion<Fillings> {
  const rows = findRows(root, key);
  const collect = (): Fillings | undefined => {
    const fillings = rows.flatMap(({ gap, control }) => {
      const value = "options" in gap ? Number(control.value) : control.value;
      return control.value.trim() === "" ? [] : [{ o: gap.o, value }];
    });
    return fillings.length > 0 ? fillings : undefined;
  };
  for (const [index, row] of rows.entries()) {
    prepare(row, index + 1, rows.length, context);
    fill(row, context.response);
    row.control.addEventListener("input", () => {
      const kept = shorten(row.control.value);
      if (!("options" in row.gap) && kept !== row.control.value) row.control.value = kept;
      context.onChange(collect(), "soon");
    });
    row.control.addEventListener("change", () => context.onChange(collect()));
  }
  const lock = (): void => {
    for (const { control } of rows) {
      if (control instanceof HTMLInputElement) control.readOnly = true;
      else control.disabled = true;
    }
  };
  return {
    lock,
    reveal(response, how) {
      lock();
      for (const row of rows) revealRow(row, key, response, how);
    },
  };
}

function findRows(root: HTMLElement, key: BlankKey): Row[] {
  return key.gaps.flatMap((gap) => {
    const item = root.querySelector<HTMLElement>(`[data-gap="${gap.o}"]`);
    const control = item?.querySelector<Control>("input, select");
    return item && control ? [{ gap, item, control }] : [];
  });
}

function prepare({ gap, item, control }: Row, number: number, all: number, context: BindContext<Fillings>): void {
  const name = item.querySelector<HTMLElement>("[data-name]");
  if (name) name.textContent = context.text("gap", { count: all, number, all, text: gap.phrase.text });
  if (!(control instanceof HTMLSelectElement)) return;
  const [first, ...options] = Array.from(control.options);
  if (first) first.text = context.text("chooseOne");
  if (context.shuffle) control.append(...shuffled(options, context.seed, ({ value }) => Number(value)));
}

function fill({ gap, control }: Row, response: Fillings | undefined): void {
  control.value = String(fillingOf(gap, response) ?? "");
}

function revealRow(row: Row, key: BlankKey, response: Fillings | undefined, how: Reveal): void {
  const { gap, item } = row;
  fill(row, response);
  const value = fillingOf(gap, response);
  const fits = value !== undefined && isRight(gap, value, key);
  const { words, style } = verdictOf({ given: wordsOf(gap, value), right: answerOf(gap), fits }, how);
  const misspelled = fits && !("options" in gap) && isMisspelled(String(value), gap.accepted.text, key);
  const verdict = item.querySelector<HTMLElement>("[data-verdict]");
  if (style !== "") item.classList.add(style);
  if (!verdict) return;
  verdict.textContent =
    misspelled && how.showKey ? `${words}\n${how.text("correctSpelling", { text: answerOf(gap) })}` : words;
  verdict.hidden = false;
}

/** Accepted only because some letters may be wrong. */
function isMisspelled(typed: string, accepted: readonly string[], key: BlankKey): boolean {
  return !accepted.some((word) => fold(word, key) === fold(typed, key));
}

export const blank: ViewType<BlankKey, Fillings> = { bind };
