/**
 * Authors' formulas: `lb / 2.2 * 10`. jsep reads them and fraction.js reckons with them exactly; nothing is ever run as code.
 */
import Fraction from "fraction.js";
import jsep from "jsep";
import { nearest } from "../../diagnostics/nearest.ts";

export type Values = ReadonlyMap<string, Fraction>;

/** A formula that was read, with the names that it uses. */
export interface Formula {
  readonly names: readonly string[];
  /** Exact; `undefined` where there is no value: division by 0, a fractional or far too large power. */
  value(values: Values): Fraction | undefined;
}

export interface Fault {
  /** A sentence. */
  readonly message: string;
  readonly help: string;
}

type Node = jsep.CoreExpression;

interface Operation {
  /** How many operands; `undefined` means one or more. */
  readonly takes: readonly number[] | undefined;
  run(operands: readonly Fraction[]): Fraction | undefined;
}

const ZERO = new Fraction(0);
/** Powers with more digits are a mistake, and could hold up the build. */
const MOST_DIGITS = 200;

const pair =
  (run: (a: Fraction, b: Fraction) => Fraction | undefined) =>
  ([a = ZERO, b = ZERO]: readonly Fraction[]): Fraction | undefined =>
    run(a, b);

const OPERATORS: Readonly<Record<string, Operation["run"]>> = {
  "+": pair((a, b) => a.add(b)),
  "-": pair((a, b) => a.sub(b)),
  "*": pair((a, b) => a.mul(b)),
  "/": pair((a, b) => (b.equals(0) ? undefined : a.div(b))),
  "**": pair(power),
};

const FUNCTIONS: Readonly<Record<string, Operation>> = {
  abs: { takes: [1], run: ([a = ZERO]) => a.abs() },
  floor: { takes: [1], run: ([a = ZERO]) => a.floor() },
  ceil: { takes: [1], run: ([a = ZERO]) => a.ceil() },
  round: { takes: [1, 2], run: ([a = ZERO, places = ZERO]) => roundTo(a, Number(places.valueOf())) },
  min: { takes: undefined, run: ([first = ZERO, ...rest]) => rest.reduce((a, b) => (b.compare(a) < 0 ? b : a), first) },
  max: { takes: undefined, run: ([first = ZERO, ...rest]) => rest.reduce((a, b) => (b.compare(a) > 0 ? b : a), first) },
};

/** Rounds to so many decimals (−100 to 100); a half goes away from 0, as in clinical rounding. */
export function roundTo(value: Fraction, places: number): Fraction | undefined {
  if (!Number.isInteger(places) || Math.abs(places) > 100) return undefined;
  const unit = new Fraction(10).pow(places) ?? new Fraction(1);
  const rounded = value.abs().mul(unit).add("1/2").floor().div(unit);
  return value.compare(0) < 0 ? rounded.neg() : rounded;
}

function power(base: Fraction, exponent: Fraction): Fraction | undefined {
  const times = Number(exponent.valueOf());
  if (!Number.isInteger(times) || (times < 0 && base.equals(0))) return undefined;
  const digits = Math.max(String(base.n).length, String(base.d).length) * Math.abs(times);
  return digits > MOST_DIGITS ? undefined : (base.pow(times) ?? undefined);
}

/** Reads a formula whose names must be among those given. */
export function readFormula(text: string, names: readonly string[]): Formula | Fault {
  const tree = parse(text);
  if (tree === undefined) {
    const help = "Write numbers with a point, names of variables, + - * / ** ( ) and functions such as round(x, 1).";
    return { message: `“${text}” is no formula.`, help };
  }
  const fault = faultOf(tree, names);
  return fault ?? { names: namesIn(tree), value: (values) => evaluate(tree, values) };
}

function parse(text: string): Node | undefined {
  try {
    // jsep's type of an expression is open; every kind that it has is in CoreExpression.
    return jsep(text) as Node;
  } catch {
    // jsep throws on what is no expression: the caller says so with the author's own text.
    return undefined;
  }
}

function operandsOf(node: Node): readonly Node[] {
  switch (node.type) {
    case "BinaryExpression":
      return [node.left, node.right] as Node[]; // jsep's open type, as in parse
    case "UnaryExpression":
      return [node.argument] as Node[]; // jsep's open type, as in parse
    case "CallExpression":
      return node.arguments as Node[]; // jsep's open type, as in parse
    default:
      return [];
  }
}

const namesIn = (node: Node): readonly string[] =>
  node.type === "Identifier" ? [node.name] : operandsOf(node).flatMap(namesIn);

/** The first thing in a formula that cannot be reckoned. */
function faultOf(node: Node, names: readonly string[]): Fault | undefined {
  return (
    ownFault(node, names) ??
    operandsOf(node)
      .map((part) => faultOf(part, names))
      .find((fault) => fault !== undefined)
  );
}

function ownFault(node: Node, names: readonly string[]): Fault | undefined {
  const other = { message: "The formula holds something other than numbers, variables, operators and functions." };
  const help =
    "Write one number or formula, such as `lb / 2.2 * 10`: 1000 without a comma, and `mg` under `unit`, not behind the number.";
  switch (node.type) {
    case "Literal":
      return /^\d*\.?\d*$/.test(node.raw) ? undefined : { ...other, help };
    case "Identifier":
      return names.includes(node.name) ? undefined : unknownWord("variable", node.name, names);
    case "UnaryExpression":
      return node.operator === "-" || node.operator === "+" ? undefined : unknownOperator(node.operator);
    case "BinaryExpression":
      return Object.hasOwn(OPERATORS, node.operator) ? undefined : unknownOperator(node.operator);
    case "CallExpression":
      return callFault(node);
    default:
      return { ...other, help };
  }
}

function unknownOperator(operator: string): Fault {
  const help = operator === "^" ? "Write a power as `x ** 2`." : "Use + - * / and ** (power).";
  return { message: `\`${operator}\` is no operator of formulas.`, help };
}

function unknownWord(what: string, word: string, known: readonly string[]): Fault {
  const meant = nearest(word, known);
  const list = known.length === 0 ? `There is no ${what}.` : `Known are ${known.join(", ")}.`;
  return {
    message: `There is no ${what} “${word}”.`,
    help: meant === undefined ? list : `Did you mean \`${meant}\`? ${list}`,
  };
}

function callFault(node: jsep.CallExpression): Fault | undefined {
  const name = node.callee.type === "Identifier" ? String(node.callee.name) : "";
  const known = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
  if (known === undefined) return unknownWord("function", name, Object.keys(FUNCTIONS));
  const count = node.arguments.length;
  if (known.takes === undefined ? count > 0 : known.takes.includes(count)) return undefined;
  const wants = known.takes === undefined ? "at least one number" : `${known.takes.join(" or ")} numbers`;
  return {
    message: `\`${name}\` is given ${count} numbers but takes ${wants}.`,
    help: `Correct the numbers in \`${name}(…)\`.`,
  };
}

/** Only for formulas without a fault. */
function evaluate(node: Node, values: Values): Fraction | undefined {
  if (node.type === "Literal") return new Fraction(node.raw);
  if (node.type === "Identifier") return values.get(node.name);
  const operands = operandsOf(node).map((part) => evaluate(part, values));
  if (!operands.every((each) => each !== undefined)) return undefined;
  if (node.type === "UnaryExpression") return node.operator === "-" ? operands[0]?.neg() : operands[0];
  if (node.type === "BinaryExpression") return OPERATORS[node.operator]?.(operands);
  return node.type === "CallExpression" ? FUNCTIONS[String(node.callee.name)]?.run(operands) : undefined;
}
