/**
 * Two windows with the same lessons would each write all that it knows over the work of the other. The one that was opened
 * last has the claim; the earlier one, also one that comes back from the back-forward cache, writes nothing more.
 */
import type { Platform } from "../platform.ts";
import { hashOf } from "./journal.ts";

export interface Claim {
  /** False once a later page of this learner and package took over. Without storage nobody can know: true. */
  holds(): boolean;
}

/**
 * Takes the claim for this page. Without a learner id there is none to take, because the other page may be another
 * learner's.
 *
 * @param identifier The package's identifier from the lock file.
 */
export function takeClaim(
  { storage, now, random32 }: Pick<Platform, "storage" | "now" | "random32">,
  learner: string,
  identifier: string,
): Claim {
  if (learner === "") return { holds: () => true };
  const key = `coursewright-page:${hashOf(`${learner}\n${identifier}`)}`;
  const page = `${random32()}-${now().getTime()}`;
  // Full storage may still hold an older page's claim: that must not silence this one.
  const taken = storage.write(key, page);
  return { holds: () => !taken || (storage.read(key) ?? page) === page };
}
