/** The way through a package: its lessons and quizzes in order. */
import type { Plan } from "../../tracking/plan.ts";
import type { App, Screen } from "../app.ts";

export type Stop =
  | { readonly kind: "lesson"; readonly ordinal: number; readonly title: string }
  | { readonly kind: "quiz"; readonly ordinal: number; readonly title: string };

/** Every lesson and quiz, module by module. */
export function stopsOf(plan: Plan): readonly Stop[] {
  return plan.modules.flatMap(({ lessons, quiz }): Stop[] => [
    ...lessons.map(({ ordinal, title }): Stop => ({ kind: "lesson", ordinal, title })),
    ...(quiz ? [{ kind: "quiz" as const, ordinal: quiz.ordinal, title: quiz.title }] : []),
  ]);
}

/** The stop where a screen is. */
export function stopAt(plan: Plan, screen: Screen): Stop | undefined {
  return stopsOf(plan).find((stop) => {
    if (stop.kind === "lesson") return screen.at === "lesson" && screen.lesson === stop.ordinal;
    return "quiz" in screen && screen.quiz === stop.ordinal;
  });
}

/** The stops before and after a screen. */
export function neighbors(plan: Plan, screen: Screen): { readonly previous?: Stop; readonly next?: Stop } {
  const stops = stopsOf(plan);
  const here = stopAt(plan, screen);
  const at = stops.findIndex((stop) => stop.kind === here?.kind && stop.ordinal === here.ordinal);
  const previous = stops[at - 1];
  const next = stops[at + 1];
  return { ...(previous && { previous }), ...(next && { next }) };
}

/** The screen of a stop. A quiz that is not under way shows its result, or what awaits the learner. */
export function screenOf(app: App, stop: Pick<Stop, "kind" | "ordinal">): Screen {
  if (stop.kind === "lesson") return { at: "lesson", lesson: stop.ordinal };
  const { status, items } = app.quiz(stop.ordinal);
  if (status !== "open") return { at: "result", quiz: stop.ordinal };
  const open = items.findIndex(({ isAnswered }) => !isAnswered);
  return { at: "quiz", quiz: stop.ordinal, item: Math.max(0, open) };
}

/** What a stop is called. What comes without lessons, such as an examination, says by its title what it is. */
export function nameOf({ text, plan }: App, { kind, title, ordinal }: Stop): string {
  const alone = plan.modules.some(({ quiz, lessons }) => quiz?.ordinal === ordinal && lessons.length === 0);
  return kind === "lesson" || alone ? title : text("quizName", { title });
}

/** The stop's address within the page, as lessons write it: `#lesson-12`. */
export function addressOf(stop: Pick<Stop, "kind" | "ordinal">): string {
  return `#${stop.kind}-${stop.ordinal}`;
}
