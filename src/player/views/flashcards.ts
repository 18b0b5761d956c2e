/** Flashcards in a lesson: the list of terms that the build rendered becomes a deck to practice with. Nothing is sent. */
import type { App } from "../app.ts";
import { dueCards, isDue, isLearned } from "../leitner.ts";
import { button, element } from "./element.ts";
import type { Stage } from "./view.ts";

interface Card {
  readonly name: string;
  /** The term and its definition. */
  readonly sides: readonly [Element, Element];
}

/** Puts a practice before each list of cards (`render/flashcards.ts`); the list stays, folded. */
export function fillFlashcards(stage: Stage, page: HTMLElement): void {
  for (const [index, deck] of page.querySelectorAll<HTMLElement>(".flashcards").entries()) {
    const list = deck.querySelector("details");
    list?.removeAttribute("open");
    list?.before(practice(stage, cardsOf(deck), `cards-${index}`));
  }
}

function cardsOf(deck: HTMLElement): readonly Card[] {
  return [...deck.querySelectorAll<HTMLElement>("[data-card]")].flatMap((row) => {
    const [term, definition] = row.children;
    return term && definition ? [{ name: row.dataset.card ?? "", sides: [term, definition] as const }] : [];
  });
}

/** One card at a time: due ones, then, when the learner wants to, all. */
function practice({ app }: Stage, cards: readonly Card[], name: string): HTMLElement {
  const { cards: memory, text } = app;
  let queue = dueCards(cards, ({ name }) => memory.recall(name), memory.today());
  const count = element("p", { class: "deck-note" });
  const face = element("div", { class: "card-face" });
  const actions = element("div", { class: "actions" });
  const swap = element("input", { type: "checkbox" });

  const ask = (focus: boolean): void => {
    count.textContent = standing(app, cards);
    const [card] = queue;
    const shown = card ? sideOf(card, swap.checked) : element("p", { tabindex: "-1" }, text("cardsDone"));
    shown.id = name;
    face.replaceChildren(shown);
    const onward = card
      ? button(text("cardsShow"), () => reveal(card), "primary")
      : button(text("cardsAll"), goThrough);
    onward.setAttribute("aria-describedby", name);
    actions.replaceChildren(onward);
    if (focus) onward.focus();
  };
  const goThrough = (): void => {
    queue = cards;
    ask(true);
  };
  const reveal = (card: Card): void => {
    const answer = sideOf(card, !swap.checked);
    face.append(answer);
    const rate = (known: boolean) => () => {
      memory.answer(card.name, known);
      queue = [...queue.slice(1), ...(known ? [] : [card])];
      ask(true);
    };
    actions.replaceChildren(button(text("cardsAgain"), rate(false)), button(text("cardsGood"), rate(true), "primary"));
    answer.focus();
  };

  swap.addEventListener("change", () => ask(false));
  ask(false);
  return element(
    "div",
    { class: "deck" },
    count,
    face,
    actions,
    element("label", {}, swap, " ", text("cardsSwap")),
    element("p", { class: "deck-note" }, text("cardsLocal")),
  );
}

function standing({ cards: memory, text }: App, cards: readonly Card[]): string {
  const recalls = cards.map(({ name }) => memory.recall(name));
  const due = recalls.filter((recall) => isDue(recall, memory.today())).length;
  return text("cardsCount", { due, learned: recalls.filter(isLearned).length, all: cards.length });
}

function sideOf({ sides: [term, definition] }: Card, defines: boolean): HTMLElement {
  return element("p", { tabindex: "-1" }, ...(defines ? definition : term).cloneNode(true).childNodes);
}
