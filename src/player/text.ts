/** The learner's texts in English, and how a course's own texts take their place. */
import { player } from "../texts/en.ts";
import type { Text } from "./app.ts";

const english: Readonly<Record<string, string>> = player;

/** Texts by key; `{name}` takes a value, and `count: 1` takes the key's `…One` form where there is one. */
export function createText(own: Readonly<Record<string, string>> = {}): Text {
  const find = (key: string) => own[key] ?? english[key];
  return (key, values = {}) => {
    const text = (values.count === 1 ? find(`${key}One`) : undefined) ?? find(key) ?? key;
    return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
  };
}
