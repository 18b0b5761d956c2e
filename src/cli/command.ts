import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { hasErrors } from "../diagnostics/diagnostic.ts";

/** The world as a command sees it; tests give one that remembers. */
export interface Io {
  /** The result, for people or programs. */
  readonly out: (text: string) => void;
  /** Findings and what goes wrong. */
  readonly err: (text: string) => void;
  /** Says what is being done; shown only on a terminal and when the work takes longer than a second. */
  readonly step: (what: string) => void;
  /** Asks and waits for a line; absent without a terminal, where nothing may be asked. */
  readonly ask?: (question: string) => Promise<string>;
  /** Absolute. */
  readonly cwd: string;
  /** Whether findings may be colored. */
  readonly color: boolean;
  /** Waits until the caller has enough of a command that has no end of its own; absent: it ends at once. */
  readonly untilStopped?: () => Promise<void>;
}

/** 0 fine, 1 the course or package has errors, 2 the call was wrong. */
export type ExitCode = 0 | 1 | 2;

/** The exit code that findings stand for; a finding with the code `call/*` is about the call. */
export function exitCodeOf(notes: readonly Diagnostic[]): ExitCode {
  if (notes.some(({ code }) => code.startsWith("call/"))) return 2;
  return hasErrors(notes) ? 1 : 0;
}
