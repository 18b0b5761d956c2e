/** scorm-again behind the few calls that both standards share. */
import { Scorm12API, Scorm2004API } from "scorm-again";
import type { Standard } from "./profile.ts";
import type { Values } from "./quirks.ts";

export interface Engine {
  initialize(): string;
  finish(): string;
  get(element: string): string;
  set(element: string, value: string): string;
  commit(): string;
  errorCode(): string;
  errorText(code: string): string;
}

/** Nothing is sent anywhere, nothing is logged, and no status is rewritten: the profiles do that. */
const SETTINGS = { autocommit: false, logLevel: 5, mastery_override: false, autoCompleteLessonStatus: false } as const;

/** A new engine that holds the values of a launch. */
export function createEngine(standard: Standard, values: Values): Engine {
  if (standard === "scorm12") {
    const api = new Scorm12API(SETTINGS);
    api.loadFromFlattenedJSON({ ...values });
    return {
      initialize: () => api.LMSInitialize(""),
      finish: () => api.LMSFinish(""),
      get: (element) => String(api.LMSGetValue(element)),
      set: (element, value) => api.LMSSetValue(element, value),
      commit: () => api.LMSCommit(""),
      errorCode: () => String(api.LMSGetLastError()),
      errorText: (code) => api.LMSGetErrorString(code),
    };
  }
  const api = new Scorm2004API(SETTINGS);
  api.loadFromFlattenedJSON({ ...values });
  return {
    initialize: () => api.Initialize(""),
    finish: () => api.Terminate(""),
    get: (element) => String(api.GetValue(element)),
    set: (element, value) => api.SetValue(element, value),
    commit: () => api.Commit(""),
    errorCode: () => String(api.GetLastError()),
    errorText: (code) => api.GetErrorString(code),
  };
}
