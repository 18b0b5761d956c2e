/** How authors write a scenario. */
import * as z from "zod";
import { MOST_PARTS, type Path, partId, partText, partWhy } from "../part.ts";

/** A choice as the author wrote it. */
export interface SceneChoice {
  readonly text: string;
  readonly right: boolean;
  /** The name of the next scene; absent when the author forgot it. */
  readonly to?: string;
  readonly why?: string;
  readonly id?: string;
}

export interface Scene {
  readonly name?: string;
  readonly title?: string;
  readonly text?: string;
  /** Empty in an ending. */
  readonly choices: readonly SceneChoice[];
}

export interface ScenarioSpec {
  /** Stands above all scenes. */
  readonly opening?: string;
  readonly scenes: readonly Scene[];
}

/** More would be no choice but a search. */
const MOST_CHOICES = 10;

const choice = z
  .strictObject({
    right: partText.exactOptional(),
    wrong: partText.exactOptional(),
    to: z.string().trim().exactOptional(),
    why: partWhy.exactOptional(),
    id: partId.exactOptional(),
  })
  .transform(({ right, wrong, ...rest }, context): SceneChoice => {
    if ((right === undefined) === (wrong === undefined)) {
      context.addIssue({ code: "custom", message: "A choice is either `right: …` or `wrong: …`." });
      return z.NEVER;
    }
    return { ...rest, text: right ?? wrong ?? "", right: right !== undefined };
  });

const scene = z
  .strictObject({
    scene: partId.exactOptional(),
    title: partText.exactOptional(),
    text: partText.exactOptional(),
    choices: z.array(choice).max(MOST_CHOICES, `A scene can hold at most ${MOST_CHOICES} choices.`).default([]),
  })
  .transform(({ scene: name, ...rest }, context): Scene => {
    if (rest.title === undefined && rest.text === undefined) {
      const params = { code: "empty-scene", help: "Write what happens in it: `text: …`." };
      context.addIssue({ code: "custom", message: "This scene has no text.", params });
      return z.NEVER;
    }
    return { ...rest, ...(name !== undefined && { name }) };
  });

/** SCORM 2004 promises room for 36 steps in one answer (RTE 4.1.1.7). */
export const schema = z.object({
  opening: partText.exactOptional(),
  scenes: z.array(scene).min(1, "holds no scene.").max(MOST_PARTS, `A scenario can hold at most ${MOST_PARTS} scenes.`),
});

/** The path of a choice's words. */
export function wordsPath(scene: number, at: number, { right }: SceneChoice): Path {
  return ["scenes", scene, "choices", at, right ? "right" : "wrong"];
}
