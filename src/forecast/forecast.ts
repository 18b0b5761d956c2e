/** Every scripted learner in every LMS that a package may meet. */
import type { Profile } from "../lms/profile.ts";
import { PROFILES } from "../lms/profiles/index.ts";
import { judge, type Verdict } from "./judge.ts";
import { live } from "./run.ts";
import { LEARNERS } from "./scripts.ts";
import type { Subject } from "./subject.ts";

export const PROFILE_NAMES: readonly string[] = PROFILES.map(({ name }) => name);

/** What one LMS's gradebook would hold. */
export interface Forecast {
  readonly profile: Profile;
  readonly rows: readonly Verdict[];
}

/**
 * Forecasts the gradebook rows of a package in each LMS for its standard.
 *
 * @param names of profiles; without it all of them.
 */
export async function forecast(subject: Subject, names?: readonly string[]): Promise<readonly Forecast[]> {
  const forecasts: Forecast[] = [];
  for (const profile of PROFILES) {
    if (!profile.standards.includes(subject.standard) || names?.includes(profile.name) === false) continue;
    const rows: Verdict[] = [];
    for (const learner of LEARNERS) rows.push(judge(await live(learner, subject, profile), subject, profile));
    forecasts.push({ profile, rows });
  }
  return forecasts;
}
