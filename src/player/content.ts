/**
 * The package's own content. Scripts register themselves by one global function, because `fetch` fails from `file://` and
 * `import()` under strict policies.
 */
import type { Plan, PoolQuestion, QuestionPool } from "../tracking/plan.ts";

/** What content scripts call. */
export type Register = (kind: "plan" | "lesson" | "checks" | "quiz", ordinal: number, value: unknown) => void;

export interface Content {
  readonly register: Register;
  /** The plan; registered before the player starts. @throws Error when the package lacks it. */
  plan(): Plan;
  /** A lesson's HTML. Rejects when its script cannot be loaded. */
  lesson(ordinal: number, src: string | undefined): Promise<string>;
  /** The ungraded questions of a loaded lesson. */
  checks(lesson: number): readonly PoolQuestion[];
  /** A quiz's questions. Rejects when its script cannot be loaded. */
  pool(ordinal: number, src: string): Promise<QuestionPool>;
  /** The questions when they are loaded already. */
  loadedPool(ordinal: number): QuestionPool | undefined;
  /** Resolves when every image of the HTML is on the device, or failed to come. */
  images(html: string): Promise<void>;
}
