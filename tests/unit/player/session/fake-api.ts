import type { Snapshot } from "../../../../src/player/session/session.ts";

export type Standard = "scorm12" | "scorm2004";

/** An LMS in a few lines: every call is logged, and a test decides what is answered. */
export interface FakeApi {
  /** What stands in a window under `API` or `API_1484_11`. */
  readonly object: object;
  readonly calls: string[][];
  readonly values: Map<string, string>;
  /** What a call answers; `true` unless a test says otherwise. May throw. */
  answer: (call: string, ...values: string[]) => unknown;
  error: string;
  /** The calls of one kind, without their name. */
  of(call: "Initialize" | "SetValue" | "Commit" | "Finish"): string[][];
}

const SPELLING: Readonly<Record<string, string>> = { Finish: "Terminate" };

export function fakeApi(standard: Standard, values: Readonly<Record<string, string>> = {}): FakeApi {
  const fake: Omit<FakeApi, "object"> = {
    calls: [],
    values: new Map(Object.entries(values)),
    answer: () => "true",
    error: "0",
    of: (call) => fake.calls.filter(([name]) => name === call).map(([, ...rest]) => rest),
  };
  const logged =
    (call: string) =>
    (...args: string[]): unknown => {
      fake.calls.push([call, ...args]);
      if (call === "GetValue") return fake.values.get(args[0] ?? "") ?? "";
      const answered = fake.answer(call, ...args);
      if (call === "SetValue" && answered === "true") fake.values.set(args[0] ?? "", args[1] ?? "");
      return answered;
    };
  const methods = {
    ...Object.fromEntries(
      ["Initialize", "Finish", "SetValue", "GetValue", "Commit"].map((call) => [spell(standard, call), logged(call)]),
    ),
    [spell(standard, "GetLastError")]: () => fake.error,
    [spell(standard, "GetErrorString")]: (code: string) => `text of ${code}`,
  };
  return Object.assign(fake, { object: methods });
}

function spell(standard: Standard, call: string): string {
  return standard === "scorm12" ? `LMS${call}` : (SPELLING[call] ?? call);
}

export function windowWith(standard: Standard, api: object): object {
  return { [standard === "scorm12" ? "API" : "API_1484_11"]: api };
}

export const SNAPSHOT: Snapshot = {
  situation: "passed-done",
  report: "passed-incomplete",
  score: 8050,
  location: "lesson-2",
  state: "AbC-_9",
  interactions: [
    {
      index: 0,
      id: "bp-report",
      type: "choice",
      response: "a",
      pattern: "a",
      result: 1,
      weighting: 1,
      latency: 12.5,
      time: new Date(2026, 10, 22, 9, 5, 7),
      description: "What do you do\nfirst?",
      objectives: ["I.P.1"],
    },
  ],
  objectives: [{ id: "I.P.1", score: 3333, status: "failed" }],
  seconds: 125.7,
};
