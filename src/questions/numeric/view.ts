/** A box for a number with its unit. What cannot be read for certain is asked about and never taken for an answer. */
import { verdictOf } from "../verdict.ts";
import type { BindContext, BoundQuestion, Reveal, ViewType } from "../view.ts";
import { formFault, isRight, type NumericKey, type Typed } from "./core.ts";
import { betterDose, type DecimalMark, decimalMark, grouped, localized, type Reading, readNumber } from "./typed.ts";

interface Parts {
  readonly row: HTMLElement;
  readonly input: HTMLInputElement;
  readonly hint: HTMLElement;
  readonly mark: DecimalMark;
}

type Say = BindContext<Typed>["text"];

function bind(root: HTMLElement, key: NumericKey, context: BindContext<Typed>): BoundQuestion<Typed> {
  const parts = findParts(root);
  if (!parts) return { lock: () => undefined, reveal: () => undefined };
  const { row, input, hint, mark } = parts;
  const name = row.querySelector<HTMLElement>("[data-name]");
  if (name) name.textContent = context.text("yourAnswer");
  hint.id = `${context.name}-hint`;
  input.setAttribute("aria-describedby", hint.id);
  input.value = localized(context.response ?? "", mark);
  const take = (pace: "now" | "soon"): void => {
    const reading = readNumber(input.value, mark, key.unit.text);
    // A hint comes when the number is complete, and goes as soon as it no longer holds.
    if (pace === "now" || hint.textContent !== "") hint.textContent = hintOf(reading, key, mark, context.text);
    context.onChange(reading.kind === "number" ? reading.text : undefined, pace);
  };
  input.addEventListener("input", () => take("soon"));
  input.addEventListener("change", () => take("now"));
  const lock = (): void => {
    input.readOnly = true;
  };
  return {
    lock,
    reveal(response, how) {
      lock();
      input.value = localized(response ?? "", mark);
      revealNumber(parts, key, response, how);
    },
  };
}

function findParts(root: HTMLElement): Parts | undefined {
  const row = root.querySelector<HTMLElement>("[data-number]");
  const input = row?.querySelector("input");
  const hint = row?.querySelector<HTMLElement>("[data-hint]");
  return row && input && hint
    ? { row, input, hint, mark: decimalMark(document.documentElement.lang || "en") }
    : undefined;
}

/** What there is to say about what was typed, before it is marked; empty when nothing. */
function hintOf(reading: Reading, key: NumericKey, mark: DecimalMark, say: Say): string {
  switch (reading.kind) {
    case "empty":
      return "";
    case "number":
      return adviceOf(reading.text, key, mark, say);
    case "ambiguous": {
      const { whole, decimal } = reading;
      return say("numberAsk", { whole, decimal: localized(decimal, mark) });
    }
    case "too-long":
      return say("numberLong");
    case "no-number":
      return say("numberOnly", { example: localized("2.5", mark) });
  }
}

function adviceOf(typed: Typed, key: NumericKey, mark: DecimalMark, say: Say): string {
  if (formFault(key, typed) === "figures") return say("numberFigures", { count: key.figures ?? 0 });
  const better = key.zeros === undefined ? undefined : betterDose(typed);
  if (better === undefined) return "";
  const misread = typed.replace(/\./, "").replace(/^(-?)0+(?=\d)/, "$1");
  const [text, right] = [localized(typed, mark), localized(better, mark)];
  return say("doseZeros", { text, better: right, misread });
}

function revealNumber({ row, hint, mark }: Parts, key: NumericKey, typed: Typed | undefined, how: Reveal): void {
  const shown = (text: string): string => [grouped(text, mark), key.unit.text].filter(Boolean).join(" ");
  const fits = typed !== undefined && isRight(key, typed);
  const given = typed === undefined ? undefined : shown(typed);
  const { words, style } = verdictOf({ given, right: shown(key.answer.text), fits }, how);
  const verdict = row.querySelector<HTMLElement>("[data-verdict]");
  if (style !== "") row.classList.add(style);
  hint.textContent = typed === undefined || !how.showKey ? "" : adviceOf(typed, key, mark, how.text);
  if (!verdict) return;
  verdict.textContent = words;
  verdict.hidden = false;
}

export const numeric: ViewType<NumericKey, Typed> = { bind };
