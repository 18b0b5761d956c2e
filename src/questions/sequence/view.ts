/** A list whose parts are moved by buttons, and where there is one, a bank from which parts are added. No dragging. */
import { shuffled } from "../shuffle.ts";
import { verdictOf } from "../verdict.ts";
import type { BindContext, BoundQuestion, Reveal } from "../view.ts";
import { fitsAt, type KeyPart, type Sequence, type SequenceKey } from "./core.ts";

interface Row {
  readonly part: KeyPart;
  /** The part in the learner's list; hidden while it is not in the answer. */
  readonly node: HTMLElement;
  /** The part's button in the bank. */
  readonly add: HTMLButtonElement | undefined;
}

/**
 * Binds the `[data-part]` rows of `[data-sequence]` and the `[data-bank-part]` buttons of `[data-bank]`.
 *
 * @param start what the list holds while nothing is answered.
 */
export function bindSequence(
  root: HTMLElement,
  key: SequenceKey,
  context: BindContext<Sequence>,
  start: Sequence,
): BoundQuestion<Sequence> {
  const rows = shuffled(findRows(root, key), context.seed, ({ part }) => part.o);
  const said = root.querySelector<HTMLElement>("[data-said]");
  let order = context.response ?? start;
  const act = (what: string, row: Row): void => {
    const next = changed(order, what, row.part.o);
    if (next !== order) {
      order = next;
      place(row, what, rowAt(rows, order, order.indexOf(row.part.o) + (what === "moveUp" ? 1 : -1)));
      refresh(root, rows, order);
      context.onChange(order.length > 0 ? order : undefined);
    }
    if (said) said.textContent = position(order, row.part, context);
  };
  for (const { add } of rows) putLast(add?.parentElement);
  for (const ordinal of order) putLast(rows.find(({ part }) => part.o === ordinal)?.node);
  for (const row of rows) nameButtons(row, context, act);
  for (const label of root.querySelectorAll<HTMLElement>("[data-text]")) {
    label.textContent = context.text(label.dataset.text ?? "");
  }
  refresh(root, rows, order);
  const lock = (): void => {
    for (const button of root.querySelectorAll("button")) button.disabled = true;
  };
  return {
    lock,
    reveal(response, how) {
      lock();
      showResult(root, key, response ?? [], how);
    },
  };
}

function findRows(root: HTMLElement, key: SequenceKey): Row[] {
  return key.parts.flatMap((part) => {
    const node = root.querySelector<HTMLElement>(`[data-part="${part.o}"]`);
    const add = root.querySelector<HTMLButtonElement>(`[data-bank-part="${part.o}"] button`) ?? undefined;
    return node ? [{ part, node, add }] : [];
  });
}

function rowAt(rows: readonly Row[], order: Sequence, at: number): Row | undefined {
  return rows.find(({ part }) => part.o === order[at]);
}

/** The order after a press; the same list when nothing can change. */
function changed(order: Sequence, what: string, ordinal: number): Sequence {
  const at = order.indexOf(ordinal);
  if (what === "addPart") return at < 0 ? [...order, ordinal] : order;
  if (what === "removePart") return order.filter((other) => other !== ordinal);
  const to = what === "moveUp" ? at - 1 : at + 1;
  const other = order[to];
  if (other === undefined) return order;
  return order.map((each, index) => (index === at ? other : index === to ? ordinal : each));
}

/** Brings the page in line. The neighbor moves, not the part: a node that is moved would lose the focus. */
function place({ node, add }: Row, what: string, neighbor: Row | undefined): void {
  if (what === "addPart") putLast(node);
  else if (what === "removePart") add?.focus();
  else if (neighbor && what === "moveUp") node.after(neighbor.node);
  else if (neighbor) node.before(neighbor.node);
}

function putLast(node: HTMLElement | null | undefined): void {
  node?.parentElement?.append(node);
}

function nameButtons({ part, node, add }: Row, context: BindContext<Sequence>, act: (what: string, row: Row) => void) {
  const own = node.querySelectorAll<HTMLButtonElement>("[data-do]");
  for (const button of [...own, ...(add ? [add] : [])]) {
    const what = button.dataset.do ?? "";
    button.setAttribute("aria-label", context.text(what, { text: part.text }));
    button.addEventListener("click", () => act(what, { part, node, add }));
  }
}

/** Buttons that can do nothing stay focusable, so that nobody loses their place. */
function refresh(root: HTMLElement, rows: readonly Row[], order: Sequence): void {
  const idle = (button: Element | null | undefined, off: boolean) => button?.setAttribute("aria-disabled", String(off));
  for (const { part, node, add } of rows) {
    const at = order.indexOf(part.o);
    node.hidden = at < 0;
    idle(node.querySelector("[data-do=moveUp]"), at === 0);
    idle(node.querySelector("[data-do=moveDown]"), at === order.length - 1);
    idle(add, at >= 0);
  }
  const none = root.querySelector<HTMLElement>("[data-none]");
  if (none) none.hidden = order.length > 0;
}

/** "Lavender, 2 of 6", for the status that is read out. */
function position(order: Sequence, { o, text }: KeyPart, context: BindContext<Sequence>): string {
  const at = order.indexOf(o);
  return at < 0
    ? context.text("partRemoved", { text })
    : context.text("position", { text, number: at + 1, all: order.length });
}

function showResult(root: HTMLElement, key: SequenceKey, given: Sequence, how: Reveal): void {
  const named = (ordinal: number | undefined) => key.parts.find(({ o }) => o === ordinal)?.text;
  const lines = Array.from({ length: Math.max(given.length, key.right.length) }, (_, at) => {
    const fits = fitsAt(key, given, at);
    const { words, style } = verdictOf({ given: named(given[at]), right: named(key.right[at]), fits }, how);
    const line = document.createElement("li");
    line.className = `row ${style}`;
    const text = document.createElement("span");
    text.className = "row-verdict";
    text.textContent = words;
    line.append(text);
    return line;
  });
  const work = root.querySelector<HTMLElement>("[data-work]");
  const result = root.querySelector<HTMLElement>("[data-result]");
  if (work) work.hidden = true;
  if (!result) return;
  result.replaceChildren(...lines);
  result.hidden = false;
}
