/** Delivery of the choice types: the browser's key and the context of `view.hbs`. */
import type { AuthoringType, RenderKit } from "../authoring.ts";
import { plain } from "../plain.ts";
import type { ChoiceKey } from "./core.ts";
import type { Choice } from "./schema.ts";

export interface ChoiceSpec {
  readonly choices: readonly Choice[];
}

type Shared = "parts" | "texts" | "deliver" | "answers" | "shape";

/** The parts of an authoring type that do not depend on how many choices are right. */
export function choiceDelivery(name: string): Pick<AuthoringType<ChoiceSpec>, Shared> {
  return {
    // Choices come and go by their own ordinals, so the list is no part of the shape.
    shape: () => name,
    parts: ({ choices }) => choices.map(({ id, text }) => (id === undefined ? { text } : { id, text })),
    texts: ({ choices }) =>
      choices.flatMap(({ text, right, why }, index) => [
        { path: ["choices", index, right ? "right" : "wrong"], text },
        ...(why === undefined ? [] : [{ path: ["choices", index, "why"], text: why }]),
      ]),
    deliver({ spec, parts }, kit) {
      const rendered = renderChoices(spec.choices, parts, kit);
      const key: ChoiceKey = { choices: rendered.map(({ label: _label, ...choice }) => choice) };
      return { key, view: { choices: rendered.map(({ o, label }) => ({ ordinal: o, label })) } };
    },
    answers: ({ spec, parts }, kit) =>
      renderChoices(spec.choices, parts, kit).map(({ right, label, why }) => {
        return { kind: right ? "right" : "wrong", html: label, ...(why !== undefined && { why }) };
      }),
  };
}

type RenderedChoice = ChoiceKey["choices"][number] & { readonly label: string };

function renderChoices(
  choices: readonly Choice[],
  parts: readonly number[],
  kit: RenderKit,
): readonly RenderedChoice[] {
  let text = -1;
  return choices.map(({ text: markdown, right, why }, index) => {
    text += 1;
    const label = kit.inline(markdown, text);
    const common = { o: parts[index] ?? index, right, text: plain(label), label };
    if (why === undefined) return common;
    text += 1;
    return { ...common, why: kit.inline(why, text) };
  });
}
