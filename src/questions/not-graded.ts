/** What the types that no machine marks share on the authoring side. */
import * as z from "zod";

/** A key that says how an answer is marked, where no answer is. */
const meaningless = z
  .string()
  .transform((_, context) => {
    const params = { code: "not-graded", help: "Remove it: questions of this type give no points." };
    context.addIssue({ code: "custom", message: "has no meaning here, because no machine marks the answer.", params });
    return z.NEVER;
  })
  .exactOptional();

/** Schemas of the common keys that would be ignored without a word. */
export const notGraded = { points: meaningless, scoring: meaningless, floor: meaningless };

/** The names of {@link notGraded}, for the type's own keys. */
export const NOT_GRADED = ["points", "scoring", "floor"] as const;
