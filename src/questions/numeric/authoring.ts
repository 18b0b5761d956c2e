import Fraction from "fraction.js";
import type { AuthoringType } from "../authoring.ts";
import { exactDecimal } from "./answer.ts";
import type { NumericKey } from "./core.ts";
import { readFormula } from "./expression.ts";
import { numericProblems, variantAnswer } from "./problems.ts";
import { type NumericSpec, schema } from "./schema.ts";
import { fillText } from "./template.ts";
import { type DecimalMark, decimalMark, grouped } from "./typed.ts";
import { variantCount, variantsHash, variantValues } from "./variants.ts";

/** A number, reckoned from variables where the author gives some. */
export const numeric: AuthoringType<NumericSpec> = {
  name: "numeric",
  schema,
  keys: ["answer", "variables", "tolerance", "decimals", "figures", "unit", "style"],
  problems: numericProblems,
  // Typed numbers stay readable whatever the answer; only a stored variant's number depends on the list of values.
  shape: ({ variables }) => (Object.keys(variables).length === 0 ? "numeric" : `numeric ${variantsHash(variables)}`),
  variants: ({ variables }) => variantCount(variables),
  parts: () => [],
  texts: () => [],
  deliver({ spec, stem, rationale }, { language }, variant) {
    const { values, answer } = solved(spec, variant);
    const { figures } = spec.precision;
    const key: NumericKey = {
      low: fractionText(answer.low),
      high: fractionText(answer.high),
      answer: { text: answer.text },
      unit: { text: spec.unit },
      ...(figures === undefined ? {} : { figures }),
      ...(spec.zeros === undefined ? {} : { zeros: spec.zeros }),
    };
    const mark = decimalMark(language);
    const shown = new Map([...values, ["answer", answer.text]]);
    return {
      key,
      // The number pad of phones has no minus.
      view: { unit: spec.unit, mode: answer.low.compare(0) < 0 ? "text" : "decimal" },
      stem: fillText(stem, values, mark),
      ...(rationale === undefined ? {} : { rationale: fillText(rationale, shown, mark) }),
    };
  },
  answers({ spec }, { language }, variant) {
    const { values, answer } = solved(spec, variant);
    const mark = decimalMark(language);
    // Names of variables and numbers hold no sign that HTML knows.
    const html = [...values].map(([name, value]) => `${name} = ${grouped(value, mark)}`).join(", ");
    const answers = [`${grouped(answer.text, mark)} ${spec.unit}`.trim(), ...spread(spec.precision.tolerance, mark)];
    return [{ kind: "answer", ...(html !== "" && { html }), answers }];
  },
};

/** The variables' values in one variant, and what is right then. */
function solved(spec: NumericSpec, variant: number) {
  const values = variantValues(spec.variables, variant);
  const formula = readFormula(spec.answer, [...values.keys()]);
  const answer = "message" in formula ? undefined : variantAnswer(spec, formula, values);
  if (answer === undefined) throw new Error("A number without an answer passed the checks.");
  return { values, answer };
}

/** How far off an answer may be, as `± 5%`; nothing where it must be exact. */
function spread({ amount, relative }: NumericSpec["precision"]["tolerance"], mark: DecimalMark): readonly string[] {
  if (new Fraction(amount).equals(0)) return [];
  const shown = relative ? exactDecimal(new Fraction(amount).mul(100)) : amount;
  return [`± ${grouped(shown ?? amount, mark)}${relative ? "%" : ""}`];
}

const fractionText = ({ s, n, d }: Fraction): string => `${s * n}/${d}`;
