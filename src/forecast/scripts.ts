/** Learners as data: what each of them does, in words that a reader and the runner share. */

/** One thing that a learner does, or that happens to one. */
export type Step =
  | "open the package"
  | "open it on another device"
  | "open it after an update"
  | "read half of the lessons"
  | "read all lessons"
  | "answer half of each quiz"
  | "submit each quiz below the pass mark"
  | "submit each quiz all right"
  | "fail every attempt, one a visit"
  | "press Save and exit"
  | "close the tab"
  | "lose the tab without a word"
  | "lose the connection"
  | "have the connection back";

export interface Learner {
  readonly name: string;
  readonly steps: readonly Step[];
}

/** The learners of every forecast. */
export const LEARNERS: readonly Learner[] = [
  { name: "opened and left", steps: ["open the package", "press Save and exit"] },
  {
    name: "half done",
    steps: ["open the package", "read half of the lessons", "answer half of each quiz", "press Save and exit"],
  },
  {
    name: "failed",
    steps: ["open the package", "read all lessons", "submit each quiz below the pass mark", "press Save and exit"],
  },
  {
    name: "failed, then passed",
    steps: [
      ...["open the package", "read all lessons", "submit each quiz below the pass mark", "press Save and exit"],
      ...["open the package", "submit each quiz all right", "press Save and exit"],
    ] as const,
  },
  {
    name: "passed, then worse",
    steps: [
      ...["open the package", "read all lessons", "submit each quiz all right", "press Save and exit"],
      ...["open the package", "submit each quiz below the pass mark", "press Save and exit"],
    ] as const,
  },
  {
    name: "all attempts failed",
    steps: ["open the package", "read all lessons", "fail every attempt, one a visit", "press Save and exit"],
  },
  {
    name: "tab killed",
    steps: [
      ...["open the package", "read all lessons", "answer half of each quiz", "lose the tab without a word"],
      ...["open the package", "submit each quiz all right", "lose the tab without a word"],
    ] as const,
  },
  {
    name: "offline at exit",
    steps: [
      ...["open the package", "read all lessons", "lose the connection", "submit each quiz all right"],
      ...["press Save and exit", "close the tab", "have the connection back", "open the package", "close the tab"],
    ] as const,
  },
  {
    name: "resumed on another device",
    steps: [
      ...["open the package", "read half of the lessons", "answer half of each quiz", "press Save and exit"],
      ...["open it on another device", "read all lessons", "submit each quiz all right", "close the tab"],
      ...["open the package", "press Save and exit"],
    ] as const,
  },
  {
    name: "update between sessions",
    steps: [
      ...["open the package", "read half of the lessons", "answer half of each quiz", "press Save and exit"],
      ...["open it after an update", "read all lessons", "submit each quiz all right", "press Save and exit"],
    ] as const,
  },
];
