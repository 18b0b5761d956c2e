import type { Noted } from "../diagnostics/diagnostic.ts";
import { type Placed, placed } from "./placed.ts";
import { readDocument } from "./yaml-document.ts";
import { readPlainYaml } from "./yaml-plain.ts";

/** A YAML text: its file, and the line of the file on which it begins (a lesson's head begins on 2). */
export interface YamlPlace {
  readonly file: string;
  readonly firstLine?: number;
}

/**
 * Reads YAML 1.2 with the failsafe schema (10.1), so that every scalar stays text as written. A text that cannot be read
 * has no value; every trap found in it is a note with the corrected line.
 */
export function readYaml(text: string, { file, firstLine = 1 }: YamlPlace): Noted<Placed | undefined> {
  const plain = readPlainYaml(text);
  if (plain) return { value: placed(plain, file, firstLine), notes: [] };
  const { value, notes } = readDocument(text, file, firstLine);
  return { value: value && placed(value, file, firstLine), notes };
}
