import type { CheckCode } from "./checks/check.ts";
import { CHECKS } from "./checks/index.ts";

const HEAD = `# What \`verify\` checks

Written by \`checksMarkdown()\` in \`src/verify\`; a test keeps it up to date. A build ships no package with an error. Where two
severities stand, the second holds for packages that other tools made.

| code | a sound package | otherwise | severity |
|---|---|---|---|
`;

/** `docs/checks.md`: one row a code. */
export function checksMarkdown(): string {
  return HEAD + CHECKS.flatMap(({ codes }) => codes.map(row)).join("");
}

function row({ code, summary, why, severity, elsewhere }: CheckCode): string {
  return `| \`${code}\` | ${summary} | ${why} | ${elsewhere ? `${severity}, ${elsewhere}` : severity} |\n`;
}
