import { classify } from "./address.ts";
import type { Fault } from "./script.ts";

/** An address that must lead to a file of the package, relative to the page that holds it. */
export interface Link {
  readonly path: string;
  readonly offset: number;
}

const ADDRESS = /url\(\s*(?:"([^"]*)"|'([^']*)'|([^)"'\s]*))\s*\)|@import\s+(?:"([^"]*)"|'([^']*)')/gi;

/** The faults and links of a style sheet: `url()` and `@import` (CSS Values 4, section 4.5). */
export function scanStyle(text: string): { readonly faults: readonly Fault[]; readonly links: readonly Link[] } {
  const faults: Fault[] = [];
  const links: Link[] = [];
  // Comments become spaces, so that offsets stay.
  const code = text.replace(/\/\*[\s\S]*?(\*\/|$)/g, (comment) => " ".repeat(comment.length));
  for (const match of code.matchAll(ADDRESS)) {
    const written = match.slice(1).find((group) => group !== undefined) ?? "";
    const address = classify(written);
    if (address.kind === "relative") links.push({ path: address.path, offset: match.index });
    else if (address.kind !== "other") faults.push({ ...addressFault(address.kind, written), offset: match.index });
  }
  return { faults, links };
}

/** The fault of an address that a package must not load from. */
export function addressFault(kind: "external" | "data" | "javascript", written: string): Omit<Fault, "offset"> {
  const shown = written.length > 60 ? `${written.slice(0, 60)}…` : written;
  if (kind === "data") return { code: "page/data-uri", message: `“${shown}” holds a file inside an address.` };
  if (kind === "javascript")
    return { code: "page/javascript-url", message: `“${shown}” runs a script from an address.` };
  return { code: "page/external-request", message: `“${shown}” is loaded from the network.` };
}
