/** What an address in a page leads to. `path` is decoded, without query and fragment, still relative to its page. */
export type Address =
  | { readonly kind: "relative"; readonly path: string }
  | { readonly kind: "external" | "data" | "javascript" | "other" };

/** Sorts an address by what it leads to (RFC 3986, section 4.2; browsers drop white space and control characters). */
export function classify(address: string): Address {
  const plain = address
    .replace(/^[^!-\uffff]+/, "")
    .replace(/[\t\n\r]/g, "")
    .trim();
  const scheme = /^([A-Za-z][A-Za-z0-9+.-]*):/.exec(plain)?.[1]?.toLowerCase();
  if (scheme === "javascript" || scheme === "data") return { kind: scheme };
  if (plain.startsWith("//") || /^(https?|wss?|ftp|file)$/.test(scheme ?? "")) return { kind: "external" };
  if (scheme !== undefined) return { kind: "other" };
  const path = plain.replace(/[?#].*$/s, "");
  return path === "" ? { kind: "other" } : { kind: "relative", path: decode(path) };
}

/**
 * A relative address as a path from the package's root. `undefined` when it leads out of the package; a leading slash does,
 * since a package never stands at a server's root.
 */
export function resolvePath(base: string, path: string): string | undefined {
  if (path.startsWith("/")) return undefined;
  const parts = base.split("/").slice(0, -1);
  for (const part of path.split("/")) {
    if (part === "..") {
      if (parts.pop() === undefined) return undefined;
    } else if (part !== ".") parts.push(part);
  }
  return parts.join("/");
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    // A stray percent sign: servers take it as it stands.
    return path;
  }
}
