import * as z from "zod";
import type { AuthoringType } from "../authoring.ts";
import { type ChoiceSpec, choiceDelivery } from "../choice/authoring.ts";
import { choiceProblems, choices, keyProblem } from "../choice/schema.ts";

/** Exactly one choice is right. */
export const single: AuthoringType<ChoiceSpec> = {
  name: "single",
  schema: z.object({ choices }),
  keys: ["choices"],
  problems: ({ choices: list }) => {
    const right = list.filter((choice) => choice.right).length;
    return [
      ...choiceProblems(list),
      ...(right === 0
        ? [
            keyProblem(
              "no-right-choice",
              "No choice is marked as right.",
              "Mark the right choice: `[x]` in quiz.md, `right:` in quiz.yaml.",
            ),
          ]
        : []),
      ...(right > 1
        ? [
            keyProblem(
              "several-right-choices",
              `${right} choices are marked as right.`,
              "Use `type: multiple`, or mark one choice.",
            ),
          ]
        : []),
    ];
  },
  ...choiceDelivery("single"),
};
