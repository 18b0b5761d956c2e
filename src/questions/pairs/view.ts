/** One drop-down per item, labeled by the item. */
import { shuffled } from "../shuffle.ts";
import { verdictOf } from "../verdict.ts";
import type { BindContext, BoundQuestion, Reveal, ViewType } from "../view.ts";
import { type KeyItem, type KeyOption, optionOf, type Pairs, type PairsKey } from "./core.ts";

interface Row {
  readonly item: KeyItem;
  readonly node: HTMLElement;
  readonly select: HTMLSelectElement;
}

/** The side that never stands in the author's order, because that would give the answer away. */
type Mixed = "items" | "options";

/** A view whose drop-downs stand in the `[data-item]` rows. */
export function pairsView(mixed: Mixed): ViewType<PairsKey, Pairs> {
  return {
    bind(root, key, context) {
      const ordered = <T extends KeyOption | KeyItem>(side: Mixed, list: readonly T[]): readonly T[] =>
        context.shuffle || side === mixed ? shuffled(list, context.seed, ({ o }) => o) : list;
      const rows = ordered("items", key.items).flatMap((item) => findRow(root, item));
      fillRows(rows, ordered("options", key.options), context);
      return bound(rows, key);
    },
  };
}

function findRow(root: HTMLElement, item: KeyItem): Row[] {
  const node = root.querySelector<HTMLElement>(`[data-item="${item.o}"]`);
  const select = node?.querySelector("select");
  return node && select ? [{ item, node, select }] : [];
}

function fillRows(rows: readonly Row[], options: readonly KeyOption[], context: BindContext<Pairs>): void {
  for (const { item, node, select } of rows) {
    node.parentElement?.append(node);
    select.append(new Option(context.text("chooseOne"), ""), ...options.map(({ o, text }) => new Option(text, `${o}`)));
    select.value = `${optionOf(context.response, item.o) ?? ""}`;
    select.addEventListener("change", () => {
      const pairs = rows.flatMap((row) => (row.select.value === "" ? [] : [[row.item.o, +row.select.value] as const]));
      context.onChange(pairs.length > 0 ? pairs : undefined);
    });
  }
}

function bound(rows: readonly Row[], key: PairsKey): BoundQuestion<Pairs> {
  const lock = (): void => {
    for (const { select } of rows) select.disabled = true;
  };
  return {
    lock,
    reveal(response, how) {
      lock();
      for (const row of rows) revealRow(row, key, optionOf(response, row.item.o), how);
    },
  };
}

function revealRow({ item, node, select }: Row, key: PairsKey, option: number | undefined, how: Reveal): void {
  const named = (ordinal: number | undefined) => key.options.find(({ o }) => o === ordinal)?.text;
  const fits = option === item.to;
  const { words, style } = verdictOf({ given: named(option), right: named(item.to), fits }, how);
  // The words say it all; a disabled drop-down is hard to read.
  select.hidden = true;
  if (style !== "") node.classList.add(style);
  const verdict = node.querySelector<HTMLElement>("[data-verdict]");
  if (verdict) {
    verdict.textContent = words;
    verdict.hidden = false;
  }
  const why = node.querySelector<HTMLElement>("[data-why]");
  if (why && how.showKey && !fits && item.why !== undefined) {
    why.innerHTML = item.why; // rendered by the build from the author's Markdown, raw HTML off or sanitized
    why.hidden = false;
  }
}
