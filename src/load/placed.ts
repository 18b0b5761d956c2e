/** Text data with places: what YAML files, lesson heads and Markdown questions all become before they are judged. */
import type { Place } from "../diagnostics/diagnostic.ts";

export type Path = readonly PropertyKey[];

/** Texts, lists and maps as an author wrote them, and where each stands. */
export interface Placed {
  readonly file: string;
  /** Strings, arrays and plain objects only: no scalar is ever converted. */
  readonly data: unknown;
  /** Where a value (or its key) stands; for a path that does not exist, where the nearest part of it stands. */
  placeOf(path: Path, part?: "key" | "value"): Place;
}

/** Where something stands in a text, in lines and columns that count from 1. */
export interface Spot {
  readonly line: number;
  readonly column: number;
  readonly length?: number;
}

export interface Entry {
  readonly key: Spot;
  readonly value: Node;
}

/** A value with the spot of its first character. */
export type Node =
  | { readonly kind: "text"; readonly text: string; readonly at: Spot }
  | { readonly kind: "list"; readonly items: readonly Node[]; readonly at: Spot }
  | { readonly kind: "map"; readonly entries: ReadonlyMap<string, Entry>; readonly at: Spot };

/** A tree of nodes as data with places; `firstLine` is the line of the file on which the text begins. */
export function placed(root: Node, file: string, firstLine = 1): Placed {
  return {
    file,
    data: dataOf(root),
    placeOf: (path, part = "value") => {
      const { line, column, length } = spotOf(root, path, part);
      return { file, line: line + firstLine - 1, column, ...(length === undefined ? {} : { length }) };
    },
  };
}

/** The part of placed data below a path, with places of its own. */
export function below(whole: Placed, path: Path, data: unknown): Placed {
  return { file: whole.file, data, placeOf: (rest, part) => whole.placeOf([...path, ...rest], part) };
}

function dataOf(node: Node): unknown {
  if (node.kind === "text") return node.text;
  if (node.kind === "list") return node.items.map(dataOf);
  const data: Record<string, unknown> = {};
  for (const [key, { value }] of node.entries) {
    // Assigning to `__proto__` would change the object's nature instead of giving it a key.
    if (key === "__proto__") Object.defineProperty(data, key, { value: dataOf(value), enumerable: true });
    else data[key] = dataOf(value);
  }
  return data;
}

function spotOf(root: Node, path: Path, part: "key" | "value"): Spot {
  let node = root;
  let spot = root.at;
  for (const step of path) {
    if (node.kind === "map") {
      const entry = node.entries.get(String(step));
      if (!entry) return spot;
      node = entry.value;
      spot = part === "key" ? entry.key : node.at;
    } else if (node.kind === "list") {
      const item = node.items[Number(step)];
      if (!item) return spot;
      node = item;
      spot = node.at;
    } else return spot;
  }
  return spot;
}
