/** What did not change is not made again: for whoever compiles the same course again and again. */
import type { Diagnostic, Noted } from "./diagnostics/diagnostic.ts";

/**
 * Gives what was last made under a name if its inputs are the same as then, or makes it.
 *
 * Inputs are compared with `===`: texts and numbers by what they say, everything else as objects. Values are never changed
 * once made, and what is kept is the same object again, so that the next stage can keep what it makes of it.
 *
 * @param name of one kind of value alone, for one input at a time
 * @param inputs all that `make` depends on and that can differ between two calls
 */
export type Keep = <T>(name: string, inputs: readonly unknown[], make: () => T) => T;

/** For those who compile a course once. */
export const keepNothing: Keep = (_name, _inputs, make) => make();

/** Keeps the last value of each name. */
export function keeper(): Keep {
  const made = new Map<string, { readonly inputs: readonly unknown[]; readonly value: unknown }>();
  return <T>(name: string, inputs: readonly unknown[], make: () => T): T => {
    const known = made.get(name);
    // A name belongs to one kind of value: what was made under it has that type.
    if (known && same(known.inputs, inputs)) return known.value as T;
    const value = make();
    made.set(name, { inputs, value });
    return value;
  };
}

function same(before: readonly unknown[], now: readonly unknown[]): boolean {
  return before.length === now.length && before.every((input, at) => input === now[at]);
}

/** Keeps a value with the notes that are taken while it is made, and adds them to `notes` each time. */
export function keepNoted<T>(
  keep: Keep,
  { name, inputs, notes }: { readonly name: string; readonly inputs: readonly unknown[]; readonly notes: Diagnostic[] },
  make: (notes: Diagnostic[]) => T,
): T {
  const made = keep(name, inputs, (): Noted<T> => {
    const own: Diagnostic[] = [];
    return { value: make(own), notes: own };
  });
  notes.push(...made.notes);
  return made.value;
}
