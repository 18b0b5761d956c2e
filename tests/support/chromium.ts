/** Finds a Chromium, installs Debian's when it may, and launches it without a profile of anyone. */
import { execFileSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { type Browser, chromium } from "playwright-core";

const NAMES = ["chromium", "chromium-browser", "google-chrome"];
const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function installed(): string | undefined {
  const folders = ["/usr/bin", ...(process.env.PATH ?? "").split(delimiter)];
  const found = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [process.env.CHROMIUM_PATH ?? "", ...found].find((path) => path !== "" && isProgram(path));
}

/**
 * The path of a Chromium.
 *
 * @throws Error when there is none and none can be installed, with what to do.
 */
export function chromiumPath(): string {
  const path = installed();
  if (path !== undefined) return path;
  if (process.getuid?.() === 0) {
    execFileSync("apt-get", ["update", "-q"], { stdio: "ignore" });
    execFileSync("apt-get", ["install", "-y", "-q", "--no-install-recommends", "chromium"], { stdio: "ignore" });
    const fresh = installed();
    if (fresh !== undefined) return fresh;
  }
  throw new Error("The end-to-end tests need a Chromium: install one, or name it in CHROMIUM_PATH.");
}

/** A browser with a fresh profile; the caller closes it. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumPath(), args: FLAGS, headless: true });
}
