import type { AnswerLine, AuthoringType, DeliveredQuestion, RenderKit } from "../authoring.ts";
import { plain } from "../plain.ts";
import type { KeyScene, ScenarioKey, Way } from "./core.ts";
import { problems, sceneOf } from "./problems.ts";
import { type ScenarioSpec, type Scene, schema, wordsPath } from "./schema.ts";

/** Scenes with choices, each of which leads to another scene. */
export const scenario: AuthoringType<ScenarioSpec> = {
  name: "scenario",
  schema,
  keys: ["opening", "scenes"],
  problems,
  // Choices come and go by their own ordinals; ways that are gone are cut when an answer is read.
  shape: () => "scenario",
  parts: ({ scenes }) =>
    scenes.flatMap(({ name = "", choices }) =>
      // The same words may stand in several scenes.
      choices.map(({ id, text }) => ({ ...(id !== undefined && { id }), text: `${name}\u0001${text}` })),
    ),
  texts,
  deliver(question, kit) {
    const view = render(question, kit);
    const scenes = view.scenes.map(({ choices }): KeyScene => {
      return { choices: choices.map(({ label: _label, ...choice }) => choice) };
    });
    return { key: { scenes } satisfies ScenarioKey, view };
  },
  answers(question, kit) {
    const { opening, scenes } = render(question, kit);
    const above: readonly AnswerLine[] = opening === "" ? [] : [{ kind: "scene", html: opening }];
    return [...above, ...scenes.flatMap(sceneKey)];
  },
};

/** A scene's number, by which choices lead to it, and what is right in it. */
function sceneKey({ title, text, choices }: ReturnType<typeof renderScene>, index: number): readonly AnswerLine[] {
  return [
    { kind: "scene", html: `<b>${index + 1}</b> ${title}${text}` },
    ...choices.map(({ right, label, to, why }): AnswerLine => {
      return { kind: right ? "right" : "wrong", html: `${label} → ${to + 1}`, ...(why !== undefined && { why }) };
    }),
  ];
}

function render({ spec: { opening, scenes }, parts }: DeliveredQuestion<ScenarioSpec>, kit: RenderKit) {
  const next = counter();
  const choice = counter();
  const numbers: Numbers = { next, ordinal: () => parts[choice()] ?? 0, scene: (name) => sceneOf(scenes, name) };
  return {
    opening: opening === undefined ? "" : kit.block(opening, next()),
    scenes: scenes.map((scene) => renderScene(scene, numbers, kit)),
  };
}

/** In the order in which {@link renderScene} asks for them. */
function texts({ opening, scenes }: ScenarioSpec) {
  const ofScene = ({ title, text, choices }: Scene, index: number) => [
    ...(title === undefined ? [] : [{ path: ["scenes", index, "title"], text: title }]),
    ...(text === undefined ? [] : [{ path: ["scenes", index, "text"], text }]),
    ...choices.flatMap((choice, at) => [
      { path: wordsPath(index, at, choice), text: choice.text },
      ...(choice.why === undefined ? [] : [{ path: ["scenes", index, "choices", at, "why"], text: choice.why }]),
    ]),
  ];
  return [...(opening === undefined ? [] : [{ path: ["opening"], text: opening }]), ...scenes.flatMap(ofScene)];
}

/** Counts from 0, one more with each call. */
function counter(): () => number {
  let at = -1;
  return () => {
    at += 1;
    return at;
  };
}

interface Numbers {
  /** The index of the next text. */
  next(): number;
  /** The ordinal of the next choice. */
  ordinal(): number;
  /** The index of a scene by its name. */
  scene(name: string | undefined): number;
}

function renderScene({ title, text, choices }: Scene, { next, ordinal, scene }: Numbers, kit: RenderKit) {
  return {
    title: title === undefined ? "" : kit.inline(title, next()),
    text: text === undefined ? "" : kit.block(text, next()),
    choices: choices.map(({ text, right, to, why }): Way & { readonly label: string } => {
      const label = kit.inline(text, next());
      const choice = { o: ordinal(), right, text: plain(label), label, to: scene(to) };
      return why === undefined ? choice : { ...choice, why: kit.inline(why, next()) };
    }),
  };
}
