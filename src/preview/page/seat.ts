/** One learner in front of one package in one imitated LMS. */
import { createHost, type Host } from "../../lms/host.ts";
import type { Faults } from "../../lms/lms.ts";
import { PROFILES } from "../../lms/profiles/index.ts";
import type { PackageNews } from "../news.ts";
import { keepLearner, learnerOf } from "./learners.ts";
import type { Script } from "./script.ts";

export interface Seat {
  readonly unit: PackageNews;
  readonly profile: string;
  /** The learner's id in the LMS. */
  readonly learner: string;
  readonly host: Host;
  /** Forgets the learner; the next seat at this package has a new one. */
  replaceLearner(): void;
}

export interface SeatOptions {
  readonly unit: PackageNews;
  readonly profile: string;
  readonly faults: Partial<Faults>;
  readonly place: HTMLIFrameElement;
  readonly script?: Pick<Script, "mastery" | "apiAfter" | "popup">;
  /** Called after every change of what the LMS remembers. */
  readonly onChange: () => void;
}

/** Seats the learner who was here last. The package is not open yet. */
export function takeSeat({ unit, profile: wanted, faults, place, script = {}, onChange }: SeatOptions): Seat {
  const profile = PROFILES.find(({ name }) => name === wanted);
  if (profile === undefined) throw new Error(`There is no profile ${wanted}.`);
  const lms = `${unit.identifier} ${unit.target} ${profile.name}`;
  const { number, memory } = learnerOf(lms);
  const learner = `learner-${number}`;
  const mastery = script.mastery ?? unit.mastery;
  const { apiAfter, popup } = script;
  const host = createHost({
    ...{ standard: unit.standard, profile, faults, place },
    // Players keep a journal in this browser for each learner: two LMSs must not share one.
    learner: `${learner}-of-${profile.name}`,
    ...(mastery !== undefined && { mastery }),
    ...(memory && { memory }),
    ...(apiAfter !== undefined && { apiAfter }),
    ...(popup && { popup: `/package/${unit.name}/index.html` }),
    frame: `/frame/${unit.name}`,
    keep(remembered) {
      keepLearner(lms, { number, memory: remembered });
      onChange();
    },
  });
  return { unit, profile: profile.name, learner, host, replaceLearner: () => keepLearner(lms, { number: number + 1 }) };
}

/** Closes the package and takes its LMS's API away. */
export async function leave(seat: Seat): Promise<void> {
  await seat.host.close();
  for (const name of ["API", "API_1484_11"]) Reflect.deleteProperty(window, name);
}
