import { type Entry, isControlDocument, MANIFEST, type Package } from "../package.ts";
import type { Check } from "./check.ts";

const KIB = 1024;
const PLAYER = ["player.js", "player.css"];
const PLAYER_LIMIT = 40 * KIB;
const ONE_LESSON_LIMIT = 120 * KIB;
/** What gzip adds to deflated bytes: header and trailer (RFC 1952). */
const GZIP_FRAME = 18;

/** What learners on a slow line wait for, in packages that are ours. */
export const budgets: Check = {
  standards: "any",
  codes: [
    {
      code: "budget/player",
      severity: "error",
      summary: "`player.js` and `player.css` have at most 40 KB together after gzip.",
      why: "Learners on a slow line wait for the first page.",
    },
    {
      code: "budget/package",
      severity: "error",
      summary: "A package with one lesson has at most 120 KB beside control documents and media.",
      why: "Learners on a slow line wait for the first page.",
    },
  ],
  *run(pkg) {
    if (!pkg.ours) return;
    const player = sum(pkg.entries.filter(({ path }) => PLAYER.includes(path)).map(gzipSize));
    if (player > PLAYER_LIMIT) yield over("budget/player", "The player", player, PLAYER_LIMIT);
    if (lessonsIn(pkg) !== 1) return;
    const size = sum(pkg.entries.filter(isOwnText).map(({ compressedSize }) => compressedSize));
    if (size > ONE_LESSON_LIMIT) yield over("budget/package", "The package of one lesson", size, ONE_LESSON_LIMIT);
  },
};

function over(code: string, what: string, size: number, limit: number) {
  const shown = (bytes: number) => `${(bytes / KIB).toFixed(1)} KB`;
  const message = `${what} has ${shown(size)}; ${shown(limit)} are allowed.`;
  return { code, message, help: "Look for what grew since the last release." };
}

/** Media stand in their own folder; everything else is text of ours. */
function isOwnText({ path }: Entry): boolean {
  return !path.startsWith("media/") && !isControlDocument(path) && path !== MANIFEST;
}

function gzipSize({ compressedSize }: Entry): number {
  return compressedSize + GZIP_FRAME;
}

function lessonsIn({ scans }: Package): number {
  return sum([...scans.values()].map(({ lessons }) => lessons ?? 0));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
