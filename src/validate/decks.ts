/** The decks of flashcards that a glossary's terms belong to. */
import type * as z from "zod";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { nearest } from "../diagnostics/nearest.ts";
import type { Placed } from "../load/placed.ts";
import { uniqueness } from "./references.ts";
import type { glossary } from "./schemas.ts";

type Glossary = z.output<typeof glossary>;

/** Notes a deck that a term names twice, two decks with one title, and a title of a deck without terms. */
export function checkDecks({ terms, decks: titles }: Glossary, source: Placed, notes: Diagnostic[]): void {
  for (const [index, { decks }] of terms.entries()) {
    for (const [at, deck] of decks.entries()) {
      if (decks.indexOf(deck) === at) continue;
      notes.push({
        ...{ code: "glossary/deck-twice", severity: "error", message: `This term names the deck “${deck}” twice.` },
        ...{ place: source.placeOf(["terms", index, "decks", at]), help: "Name it once." },
      });
    }
  }
  const unique = uniqueness("glossary/duplicate-deck", "decks of the glossary", notes);
  const named = new Set(terms.flatMap(({ decks }) => decks));
  for (const [deck, title] of Object.entries(titles)) {
    unique(title, source, ["decks", deck]);
    if (named.has(deck)) continue;
    const meant = nearest(deck, named);
    notes.push({
      ...{ code: "glossary/empty-deck", severity: "warning", message: `No term belongs to the deck “${deck}”.` },
      place: source.placeOf(["decks", deck], "key"),
      help: meant ? `Did you mean \`${meant}\`?` : `Give terms the key \`decks: [${deck}]\`, or remove the title.`,
    });
  }
}
