/** Guarded calls to an LMS's API object: whatever it returns or throws, an `Answer` comes out. */
import type { Saved } from "./session.ts";

/** What the LMS said to one call: done, or refused in its own words. */
export type Answer = Saved;

/** The names of the eight calls that differ between the standards only by spelling. */
export interface CallNames {
  readonly initialize: string;
  readonly finish: string;
  readonly get: string;
  readonly set: string;
  readonly commit: string;
  readonly errorCode: string;
  readonly errorText: string;
}

export interface Api {
  initialize(): Answer;
  /** "" for what the LMS does not know. */
  get(element: string): string;
  set(element: string, value: string): Answer;
  /** Done only when the LMS said true and its error code is 0. */
  commit(): Answer;
  finish(): Answer;
}

/** LMSs answer with `"true"`, `true`, `1` or nothing at all. */
function verdict(returned: unknown): "yes" | "no" | "silent" {
  const word = String(returned ?? "")
    .trim()
    .toLowerCase();
  if (word === "true" || word === "1") return "yes";
  return word === "" || word === "undefined" || word === "null" ? "silent" : "no";
}

const asText = (value: unknown): string => (value === undefined || value === null ? "" : String(value));

/** A face on an API object that never throws. */
export function guardApi(api: object, names: CallNames): Api {
  const call = (name: string, ...values: readonly string[]): unknown => {
    try {
      const method: unknown = Reflect.get(api, name);
      return typeof method === "function" ? Reflect.apply(method, api, values) : "false";
    } catch {
      // The LMS's script failed: for the learner that is the same as a refusal.
      return "false";
    }
  };
  const errorCode = (): string => {
    const code = asText(call(names.errorCode)).trim();
    return code === "" || code === "false" ? "0" : code;
  };
  const refusal = (code: string): Answer => ({ ok: false, code, text: asText(call(names.errorText, code)).trim() });
  /** A silent answer counts as done when the LMS reports no error. */
  const lenient = (returned: unknown): Answer => {
    const said = verdict(returned);
    if (said === "yes") return { ok: true };
    const code = errorCode();
    return said === "silent" && code === "0" ? { ok: true } : refusal(code);
  };
  const strict = (returned: unknown): Answer => {
    const code = errorCode();
    return verdict(returned) === "yes" && code === "0" ? { ok: true } : refusal(code);
  };
  return {
    initialize: () => lenient(call(names.initialize, "")),
    get: (element) => asText(call(names.get, element)),
    set: (element, value) => lenient(call(names.set, element, value)),
    commit: () => strict(call(names.commit, "")),
    finish: () => lenient(call(names.finish, "")),
  };
}
