/** What a draw takes questions by: pool, tag, competency, Bloom level, lesson, module; and in words. */
import type * as z from "zod";
import type * as schemas from "./schemas.ts";

/** All that is given must hold. */
export type Selector = Omit<z.output<typeof schemas.examEntry>, "count" | "share">;

/** What a question can be selected by. */
export interface Traits {
  readonly pool: string;
  readonly tags: readonly string[];
  /** Codes that it assesses and codes that it supports. */
  readonly competencies: readonly string[];
  readonly bloom?: string;
  readonly lesson?: string;
  readonly module: string;
}

export function selects(selector: Selector, traits: Traits): boolean {
  const { from, tag, competency, bloom, lesson, module } = selector;
  return (
    (from === undefined || from === traits.pool) &&
    (tag === undefined || traits.tags.includes(tag)) &&
    (competency === undefined || traits.competencies.some((code) => isBelow(code, competency))) &&
    (bloom === undefined || bloom.some((level) => level === traits.bloom)) &&
    (lesson === undefined || lesson === traits.lesson) &&
    (module === undefined || module === traits.module)
  );
}

/** `III.C` stands for itself and for `III.C.3`, never for `III.CX`. */
function isBelow(code: string, prefix: string): boolean {
  return code === prefix || (code.startsWith(prefix) && /^[.:/-]/.test(code.slice(prefix.length)));
}

/** As messages name it: `from: vitals, bloom: apply`. */
export function selectorText({ from, tag, competency, bloom, lesson, module }: Selector): string {
  const parts = { module, from, lesson, tag, competency, bloom: bloom?.join(" | ") };
  return Object.entries(parts)
    .flatMap(([key, value]) => (value === undefined ? [] : [`${key}: ${value}`]))
    .join(", ");
}
