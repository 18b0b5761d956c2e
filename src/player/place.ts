/** Where the learner is, whose wish to be elsewhere is the latest, and how long each question stood on the screen. */
import { quizState } from "../tracking/standing.ts";
import type { Screen } from "./app.ts";
import type { Platform } from "./platform.ts";
import type { LearnerRecord } from "./record.ts";

/** A question of a quiz: `item` counts the attempt's questions from 0. */
export interface ItemPlace {
  readonly quiz: number;
  readonly item: number;
}

export interface Place {
  screen(): Screen;
  /** Begins a turn; gives the question whether it is still the latest: what loads for an older one no longer shows itself. */
  takeTurn(): () => boolean;
  show(next: Screen): void;
  /** Notes the time of the question on screen, and gives the active seconds of all visits to it. */
  spent(at: ItemPlace): number;
  /** Active seconds of all visits to a question of this attempt that are noted. */
  spentOn(ordinal: number): number | undefined;
  /** Forgets the times, for the next attempt. */
  forgetTimes(): void;
}

export interface PlaceParts {
  readonly record: LearnerRecord;
  readonly platform: Platform;
  onShow(): void;
}

export function createPlace({ record, platform, onShow }: PlaceParts): Place {
  let screen: Screen = { at: "start" };
  let turn = 0;
  let shownAt = platform.clock.seconds();
  const times = new Map<number, number>();
  const place: Place = {
    screen: () => screen,
    takeTurn() {
      turn += 1;
      const mine = turn;
      return () => mine === turn;
    },
    show(next) {
      place.takeTurn();
      if (screen.at === "quiz") place.spent(screen);
      screen = next;
      shownAt = platform.clock.seconds();
      onShow();
    },
    spent({ quiz, item }) {
      const ordinal = quizState(record.state(), quiz).attempt?.items[item]?.ordinal ?? 0;
      const now = platform.clock.seconds();
      const total = (times.get(ordinal) ?? 0) + now - shownAt;
      shownAt = now;
      times.set(ordinal, total);
      return total;
    },
    spentOn: (ordinal) => times.get(ordinal),
    forgetTimes: () => times.clear(),
  };
  return place;
}
