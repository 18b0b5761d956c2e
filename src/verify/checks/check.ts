import type { Diagnostic, Severity } from "../../diagnostics/diagnostic.ts";
import type { Finding, Package, Standard } from "../package.ts";

/** One mistake that a package can have. */
export interface CheckCode {
  /** Permanent: `area/what-is-wrong`. */
  readonly code: string;
  /** What prevents import or loses a grade is an error, the rest a warning. */
  readonly severity: Severity;
  /** In packages that other tools made, where it differs: what their LMS may bear, and we must not ship. */
  readonly elsewhere?: Severity;
  /** What a sound package does. */
  readonly summary: string;
  /** What happens otherwise. */
  readonly why: string;
}

/** One thing that is checked. */
export interface Check {
  readonly codes: readonly CheckCode[];
  /** `any` also runs on packages whose standard is unknown. */
  readonly standards: "any" | readonly Standard[];
  run(pkg: Package): Iterable<Finding>;
}

export const SCORM: readonly Standard[] = ["scorm12", "scorm2004-3rd", "scorm2004-4th"];
export const SCORM_2004: readonly Standard[] = ["scorm2004-3rd", "scorm2004-4th"];

/**
 * Runs the checks that apply to a package and stamps each finding with its code's severity.
 *
 * @throws Error when a check reports a code that it does not declare.
 */
export function runChecks(pkg: Package, checks: readonly Check[]): readonly Diagnostic[] {
  const applies = ({ standards }: Check) =>
    standards === "any" || (pkg.standard !== undefined && standards.includes(pkg.standard));
  return checks.filter(applies).flatMap((check) =>
    Array.from(check.run(pkg), ({ code, message, place, help }): Diagnostic => {
      const declared = check.codes.find((each) => each.code === code);
      if (!declared) throw new Error(`A check reports ${code}, which it does not declare.`);
      const severity = pkg.ours ? declared.severity : (declared.elsewhere ?? declared.severity);
      return { code, severity, message, place: place ?? { file: pkg.name }, ...(help === undefined ? {} : { help }) };
    }),
  );
}
