import { InvalidArgumentError } from "commander";

/** Several values in one option, or the option several times. */
export function list(value: string, earlier: readonly string[] = []): readonly string[] {
  const names = value.split(",").map((name) => name.trim());
  if (names.includes("")) throw new InvalidArgumentError("Names are separated by single commas.");
  return [...earlier, ...names];
}
