import type { Finding } from "./package.ts";

/** What is wrong with the names in a zip (APPNOTE 4.4.17), in their order. Names of directories end in `/`. */
export function* nameFindings(names: readonly string[]): Iterable<Finding> {
  const seen = new Map<string, string>();
  for (const name of names) {
    const place = { file: name };
    if (isUnsafe(name)) {
      const message = `“${printable(name)}” would be unpacked outside its folder, or differently on each system.`;
      yield { code: "zip/unsafe-path", message, help: "Use relative names with `/` between folders.", place };
    } else if (!/^[\x20-\x7e]*$/.test(name)) {
      const message = `“${name}” has letters beyond ASCII; some LMSs cannot find such files.`;
      yield {
        code: "zip/non-ascii-name",
        message,
        help: "Rename the file with letters a–z, digits and hyphens.",
        place,
      };
    }
    const twin = seen.get(name.toLowerCase());
    if (twin === name) {
      yield { code: "zip/duplicate-name", message: `“${name}” is in the zip twice.`, help: "Keep one of them.", place };
    } else if (twin !== undefined) {
      const message = `“${name}” and “${twin}” differ only in upper and lower case; Windows servers lose one.`;
      yield { code: "zip/case-clash", message, help: "Rename one of them.", place };
    }
    seen.set(name.toLowerCase(), name);
  }
}

function isUnsafe(name: string): boolean {
  return (
    name === "" ||
    name.startsWith("/") ||
    name.includes("\\") ||
    /^[A-Za-z]:/.test(name) ||
    hasControlCharacter(name) ||
    name
      .replace(/\/$/, "")
      .split("/")
      .some((part) => part === "" || part === "." || part === "..")
  );
}

function hasControlCharacter(name: string): boolean {
  return [...name].some((character) => character < " " || character === "\u007f");
}

function printable(name: string): string {
  return JSON.stringify(name).slice(1, -1);
}
