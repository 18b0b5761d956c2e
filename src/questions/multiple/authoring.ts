import * as z from "zod";
import type { AuthoringType } from "../authoring.ts";
import { type ChoiceSpec, choiceDelivery } from "../choice/authoring.ts";
import { choiceProblems, choices, keyProblem } from "../choice/schema.ts";

/** One or more choices are right; the learner ticks all that apply. */
export const multiple: AuthoringType<ChoiceSpec> = {
  name: "multiple",
  schema: z.object({ choices }),
  keys: ["choices"],
  problems: ({ choices: list }) => [
    ...choiceProblems(list),
    ...(list.some((choice) => choice.right)
      ? []
      : [
          keyProblem(
            "no-right-choice",
            "No choice is marked as right.",
            "Mark each right choice: `[x]` in quiz.md, `right:` in quiz.yaml.",
          ),
        ]),
  ],
  ...choiceDelivery("multiple"),
};
