/** What can be wrong with a number, its variables and its formulas, in any of its variants. */
import Fraction from "fraction.js";
import type { SpecProblem } from "../authoring.ts";
import { type Answer, answerOf } from "./answer.ts";
import { type Fault, type Formula, readFormula } from "./expression.ts";
import type { NumericSpec } from "./schema.ts";
import { formulasIn, numberOf } from "./template.ts";
import { combinations, variantCount, variantValues } from "./variants.ts";

type Path = SpecProblem["path"];

const NAME = /^[A-Za-z][A-Za-z0-9_]*$/;
const RESERVED = ["answer", "true", "false", "null", "this"];

const problem = (code: string, path: Path, { message, help }: Fault): SpecProblem => {
  return { code, severity: "error", path, message, help };
};

/** Everything that is wrong; formulas are tried in every variant. */
export function numericProblems(spec: NumericSpec, stem: string, rationale = ""): readonly SpecProblem[] {
  const names = Object.keys(spec.variables);
  const formula = readFormula(spec.answer, names);
  const faults = [...settingProblems(spec), ...nameProblems(names)];
  if ("message" in formula) return [...faults, problem("bad-formula", ["answer"], formula)];
  return [
    ...faults,
    ...unusedProblems(spec, formula, stem, rationale),
    ...(faults.length > 0 ? [] : variantProblems(spec, formula, stem, rationale)),
  ];
}

function settingProblems({ precision, zeros, variables }: NumericSpec): readonly SpecProblem[] {
  const { decimals, figures } = precision;
  const found: SpecProblem[] = [];
  if (decimals !== undefined && figures !== undefined) {
    const message = "The answer is rounded in two ways: by `decimals` and by `figures`.";
    found.push(problem("two-roundings", ["figures"], { message, help: "Keep one of them." }));
  }
  if (figures !== undefined && zeros !== undefined) {
    const message = "Significant figures can need the zeros at the end that a dose must not have.";
    found.push(problem("dose-with-figures", ["figures"], { message, help: "Use `decimals`, or remove `style`." }));
  }
  if (combinations(variables) > Number.MAX_SAFE_INTEGER) {
    const message = "The variables have more combinations than can be counted.";
    found.push(problem("too-many-combinations", ["variables"], { message, help: "Give them fewer values." }));
  }
  return found;
}

function nameProblems(names: readonly string[]): readonly SpecProblem[] {
  return names
    .filter((name) => !NAME.test(name) || RESERVED.includes(name))
    .map((name) => {
      const message = `“${name}” cannot be the name of a variable.`;
      const help = "Use letters, digits and `_`, starting with a letter; `answer` is taken.";
      return problem("bad-variable", ["variables", name], { message, help });
    });
}

function unusedProblems(
  { variables }: NumericSpec,
  formula: Formula,
  stem: string,
  rationale: string,
): readonly SpecProblem[] {
  const texts = [...formulasIn(stem), ...formulasIn(rationale)].join(" ");
  const used = [...formula.names, ...(texts.match(/[A-Za-z]\w*/g) ?? [])];
  return Object.keys(variables)
    .filter((name) => !used.includes(name))
    .map((name) => {
      const message = `The variable “${name}” is used nowhere, so that variants repeat the same question.`;
      const help = `Write \`{{${name}}}\` into the stem, or remove it.`;
      return { ...problem("unused-variable", ["variables", name], { message, help }), severity: "warning" };
    });
}

/** One problem of a kind is enough: its message names the values. */
function variantProblems(spec: NumericSpec, formula: Formula, stem: string, rationale: string): readonly SpecProblem[] {
  const found = new Map<string, SpecProblem>();
  const note = (next: SpecProblem): void => {
    const key = `${next.code} ${next.path.join(".")}`;
    if (!found.has(key)) found.set(key, next);
  };
  for (let variant = 0; variant < variantCount(spec.variables); variant += 1) {
    const values = variantValues(spec.variables, variant);
    const answer = variantAnswer(spec, formula, values);
    if (answer === undefined) note(problem("no-answer", ["answer"], missing(spec, formula, values)));
    const shown = new Map([...values, ["answer", answer?.text ?? "0"]]);
    for (const fault of textFaults(stem, values)) note(problem("bad-number", ["stem"], fault));
    for (const fault of textFaults(rationale, shown)) note(problem("bad-number", ["rationale"], fault));
  }
  return [...found.values()];
}

function textFaults(text: string, shown: ReadonlyMap<string, string>): readonly Fault[] {
  return formulasIn(text).flatMap((formula) => {
    const number = numberOf(formula, shown);
    return typeof number === "string" ? [] : [number];
  });
}

/** The answer of one variant; `undefined` when there is none that can be typed. */
export function variantAnswer(
  { precision }: NumericSpec,
  formula: Formula,
  values: ReadonlyMap<string, string>,
): Answer | undefined {
  const exact = formula.value(new Map([...values].map(([name, text]) => [name, new Fraction(text)])));
  return exact && answerOf(exact, precision);
}

function missing(spec: NumericSpec, formula: Formula, values: ReadonlyMap<string, string>): Fault {
  const where = values.size === 0 ? "" : ` with ${[...values].map(([name, text]) => `${name} = ${text}`).join(", ")}`;
  const exact = formula.value(new Map([...values].map(([name, text]) => [name, new Fraction(text)])));
  if (exact === undefined) {
    const message = `“${spec.answer}” has no value${where}.`;
    return { message, help: "Make sure that nothing divides by 0 and that powers are small whole numbers." };
  }
  const message = `“${spec.answer}” is ${exact.toString(12).slice(0, 40)}${where}, which nobody can type exactly.`;
  return { message, help: "Round it with `decimals` or `figures`, or allow a `tolerance`." };
}
