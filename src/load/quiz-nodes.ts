/** Nodes of the short form's questions, as `quiz.yaml` would give them. */
import type { Entry, Node, Spot } from "./placed.ts";

export interface Choice {
  readonly right: boolean;
  readonly lines: string[];
  /** Where the text begins; both count from 1. */
  readonly line: number;
  readonly column: number;
}

export type TextNode = Node & { readonly kind: "text" };

/** A text; its length is that of its first line. */
export function text(value: string, at: Spot): TextNode {
  return { kind: "text", text: value, at: { ...at, length: Math.max(1, value.split("\n", 1)[0]?.length ?? 1) } };
}

export function list(items: readonly Node[], at: Spot): Node {
  return { kind: "list", items, at };
}

/** `choices`, or `answer` when the two choices are named True and False. A `type` that is written out decides itself. */
export function choiceEntries(choices: readonly Choice[], typed: boolean): readonly (readonly [string, Entry])[] {
  const parted = choices.map(feedbackApart);
  const first = parted[0];
  if (!first) return [];
  const right = parted.filter((choice) => choice.right);
  const words = parted.map((choice) => choice.label.text);
  const isTrueFalse = words.length === 2 && words.includes("True") && words.includes("False") && right.length === 1;
  if (typed || !isTrueFalse) {
    return [["choices", { key: first.label.at, value: list(parted.map(choiceNode), first.label.at) }]];
  }
  const answer = right[0]?.label ?? first.label;
  const whys = parted.flatMap(({ why }) => (why ? [why] : []));
  const why = whys[0] && text(whys.map((each) => each.text).join(" "), whys[0].at);
  return [
    ["type", entry(text("true-false", first.label.at))],
    ["answer", entry(text(answer.text.toLowerCase(), answer.at))],
    ...(why ? [["why", entry(why)] as const] : []),
  ];
}

/** A value whose key is not written. */
export const entry = (value: Node): Entry => ({ key: value.at, value });

export interface PartedChoice {
  readonly right: boolean;
  readonly label: TextNode;
  readonly why?: TextNode;
}

/** What stands after the first ` -- ` is the feedback. */
export function feedbackApart({ right, lines, line, column }: Choice): PartedChoice {
  const whole = lines.join("\n");
  const dashes = /\s+--(?:\s+|$)/.exec(whole);
  if (!dashes) return { right, label: text(whole.trim(), { line, column }) };
  const before = whole.slice(0, dashes.index + dashes[0].length).split("\n");
  const why = text(whole.slice(dashes.index + dashes[0].length).trim(), {
    line: line + before.length - 1,
    column: (before.length === 1 ? column : 3) + (before.at(-1)?.length ?? 0),
  });
  return { right, label: text(whole.slice(0, dashes.index).trim(), { line, column }), why };
}

/** A choice as `quiz.yaml` would hold it. */
export function choiceNode({ right, label, why }: PartedChoice): Node & { readonly kind: "map" } {
  const entries = new Map([[right ? "right" : "wrong", entry(label)]]);
  if (why) entries.set("why", entry(why));
  return { kind: "map", entries, at: label.at };
}
