/** What a schema cannot say of a scenario: whether every way is a way, and ends. */
import { nearest } from "../../diagnostics/nearest.ts";
import type { SpecProblem } from "../authoring.ts";
import { type Path, sameText } from "../part.ts";
import { type ScenarioSpec, type Scene, type SceneChoice, wordsPath } from "./schema.ts";

/** What is wrong with the scenes, one by one and as a web of ways. */
export function problems({ scenes }: ScenarioSpec): readonly SpecProblem[] {
  const ways = scenes.flatMap((scene, index) => wayProblems(scene, index, scenes));
  return [
    ...scenes.flatMap(sceneProblems),
    ...ways,
    ...repeatedNames(scenes),
    ...repeatedIds(scenes),
    // A choice that leads nowhere may be meant for the scene that none leads to.
    ...(ways.length > 0 ? [] : unreached(scenes)),
    ...endings(scenes),
    ...cycles(scenes),
  ];
}

function error(code: string, path: Path, message: string, help: string): SpecProblem {
  return { code, severity: "error", path, message, help };
}

function sceneProblems({ choices }: Scene, index: number): readonly SpecProblem[] {
  const path = ["scenes", index, "choices"];
  const twins = choices.flatMap((choice, at) => {
    const first = choices.findIndex(({ text }) => sameText(text) === sameText(choice.text));
    const message = `Choices ${first + 1} and ${at + 1} of this scene have the same text: “${sameText(choice.text)}”.`;
    const help = "Change one of them or remove it.";
    return first < at ? [error("duplicate-choice", wordsPath(index, at, choice), message, help)] : [];
  });
  if (choices.length === 1) {
    const help = "Write a second one, or tell both scenes as one.";
    return [error("lone-choice", path, "This scene has one choice alone, so there is nothing to decide.", help)];
  }
  if (choices.length === 0 || choices.some(({ right }) => right)) return twins;
  const help = "Make the best of them right: `- [x]` in a lesson, `right:` in `quiz.yaml`.";
  return [...twins, error("no-right-choice", path, "No choice of this scene is right.", help)];
}

/** What was meant as the way to a scene: other arrows, one without spaces, or one that leads to a scene's title. */
const ARROW = /(?:→|⇒|=>|->)/u;

function wayProblems({ choices }: Scene, index: number, scenes: readonly Scene[]): readonly SpecProblem[] {
  const names = scenes.flatMap(({ name }) => name ?? []);
  return choices.flatMap((choice, at) => {
    const { to, text } = choice;
    if (to === undefined || to === "") {
      const help = ARROW.test(text)
        ? "Write the arrow as ` -> `, with spaces around it, and behind it the name from the scene's braces: `{#name}`."
        : "Name the next scene: `-> name` behind the choice in a lesson, `to: name` in `quiz.yaml`.";
      return [
        error("no-next-scene", wordsPath(index, at, choice), `The choice “${sameText(text)}” leads nowhere.`, help),
      ];
    }
    if (names.includes(to)) return [];
    const meant = nearest(to, names);
    const known = names.map((name) => `\`${name}\``).join(", ");
    const help = meant === undefined ? `The scenes are ${known}.` : `Did you mean \`${meant}\`?`;
    return [error("unknown-scene", [...choicePath(index, at), "to"], `There is no scene “${to}”.`, help)];
  });
}

const choicePath = (scene: number, at: number): Path => ["scenes", scene, "choices", at];

function repeatedNames(scenes: readonly Scene[]): readonly SpecProblem[] {
  return scenes.flatMap(({ name }, index) => {
    const first = scenes.findIndex((other) => other.name === name);
    if (name === undefined || first === index) return [];
    const message = `Scenes ${first + 1} and ${index + 1} are both named “${name}”.`;
    return [error("duplicate-scene", ["scenes", index, "scene"], message, "Give one of them another name.")];
  });
}

function repeatedIds(scenes: readonly Scene[]): readonly SpecProblem[] {
  const all = scenes.flatMap(({ choices }, index) =>
    choices.map(({ id }, at) => ({ id, path: choicePath(index, at) })),
  );
  return all.flatMap(({ id, path }, index) => {
    if (id === undefined || all.findIndex((other) => other.id === id) === index) return [];
    const message = `The id “${id}” names two choices of this scenario.`;
    return [error("duplicate-choice-id", [...path, "id"], message, "Give each choice an id of its own.")];
  });
}

function unreached(scenes: readonly Scene[]): readonly SpecProblem[] {
  const named = new Set(scenes.flatMap(({ choices }) => choices.map(({ to }) => to)));
  return scenes.flatMap(({ name, title }, index) => {
    if (index === 0 || (name !== undefined && named.has(name))) return [];
    const what = name ?? title;
    const help =
      name === undefined
        ? "Name it, `{#name}` behind its heading or `scene: name`, and let a choice lead there."
        : `Let a choice lead there: \`-> ${name}\` in a lesson, \`to: ${name}\` in \`quiz.yaml\`; or remove it.`;
    const message = `No choice leads to ${what === undefined ? "this scene" : `the scene “${what}”`}.`;
    return [error("unreached-scene", ["scenes", index], message, help)];
  });
}

function endings(scenes: readonly Scene[]): readonly SpecProblem[] {
  if (scenes[0]?.choices.length === 0) {
    const help = "Begin with a scene that has choices.";
    return [error("no-decision", ["scenes", 0], "The first scene has no choices, so the scenario ends at once.", help)];
  }
  if (scenes.some(({ choices }) => choices.length === 0)) return [];
  const help = "Write a scene without choices and let choices lead there.";
  return [error("no-ending", ["scenes"], "This scenario has no ending.", help)];
}

/** Choices that lead back to where a learner has been: with one, a way need not end. */
function cycles(scenes: readonly Scene[]): readonly SpecProblem[] {
  const found: SpecProblem[] = [];
  const done = new Set<number>();
  const follow = (at: number, before: readonly number[]): void => {
    if (done.has(at)) return;
    const way = [...before, at];
    for (const [number, { to }] of scenes[at]?.choices.entries() ?? []) {
      const next = sceneOf(scenes, to);
      if (way.includes(next)) found.push(leadsBack(scenes, at, number));
      else if (next >= 0) follow(next, way);
    }
    done.add(at);
  };
  for (const index of scenes.keys()) follow(index, []);
  return found;
}

/** The index of a scene by its name, -1 when there is none. */
export function sceneOf(scenes: readonly Scene[], name: SceneChoice["to"]): number {
  return name === undefined ? -1 : scenes.findIndex((scene) => scene.name === name);
}

function leadsBack(scenes: readonly Scene[], at: number, number: number): SpecProblem {
  const { text = "", to = "" } = scenes[at]?.choices[number] ?? {};
  const message = `The choice “${sameText(text)}” leads back to “${to}”, so this way need not end.`;
  const help = "Lead on to another scene; tell in its text what is the same again.";
  return error("scene-cycle", [...choicePath(at, number), "to"], message, help);
}
