import { createTestLms } from "../../../src/lms/lms.ts";
import { plain } from "../../../src/lms/profiles/plain.ts";
import type { EncodedResponse, Standard } from "../../../src/questions/contract.ts";

/** What a strict LMS around scorm-again has against a record; empty when it takes all of it. */
export function accepted(standard: Standard, { type, response, pattern }: EncodedResponse): readonly string[] {
  const { api, record } = createTestLms({ standard, profile: plain });
  const before = standard === "scorm12" ? "LMS" : "";
  const call = (name: string, ...values: readonly string[]): unknown =>
    Reflect.get(api, before + name).call(api, ...values);
  const set = (part: string, value: string | undefined): void => {
    if (value !== undefined) call("SetValue", `cmi.interactions.0.${part}`, value);
  };
  call("Initialize", "");
  set("id", "question-1");
  set("type", type);
  set("correct_responses.0.pattern", pattern);
  set(standard === "scorm12" ? "student_response" : "learner_response", response);
  return record().violations.map(({ rule, element, value }) => `${element} ${JSON.stringify(value)}: ${rule}`);
}
