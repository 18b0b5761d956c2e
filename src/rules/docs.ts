import type { Rule } from "./rule.ts";

/** `docs/rules.md` from the registry, so that the page never misses a rule. */
export function rulesMarkdown(rules: readonly Rule[]): string {
  const sorted = [...rules].sort((a, b) => (a.code < b.code ? -1 : 1));
  const sections = sorted.map(
    ({ code, severity, summary, reason, example }) =>
      `## ${code}\n\n${summary} ${reason}\n\nSeverity: ${severity}. Found in, for example:\n\n\`\`\`\n${example}\n\`\`\`\n`,
  );
  return `# Rules\n\nWhat a sound course should also be. Findings never stop a build. Written from \`src/rules/\`; do not edit.\n\n${sections.join("\n")}`;
}
