/** What the server tells the page, as JSON. Types alone: both sides import them. */
import type { Standard } from "../lms/profile.ts";
import type { Plan } from "../tracking/plan.ts";

/** One package that can be opened. */
export interface PackageNews {
  /** Names it in addresses. */
  readonly name: string;
  readonly title: string;
  /** The name of its format. */
  readonly target: string;
  readonly standard: Standard;
  /** The LMS that is imitated unless another is chosen. */
  readonly profile: string;
  /** The same for every version of the package. */
  readonly identifier: string;
  /** Another one means another content. */
  readonly fingerprint: string;
  /** The mastery score as the manifest writes it, when it does. */
  readonly mastery?: string;
  /** The largest resume state that any learner can have, in characters. */
  readonly largestState?: number;
  readonly plan?: Plan;
}

/** What there is to show after a build. */
export interface News {
  /** The course's title; empty until it could be built once. */
  readonly title: string;
  /** False when the course has errors: the packages are those of the last build that had none. */
  readonly sound: boolean;
  /** The findings as the command line prints them; empty when there are none. */
  readonly findings: string;
  readonly packages: readonly PackageNews[];
}
