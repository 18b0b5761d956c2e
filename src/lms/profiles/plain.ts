import type { Profile } from "../profile.ts";

/** What the standards say and nothing more. A session that did not ask to suspend starts anew at the next launch. */
export const plain: Profile = {
  name: "plain",
  standards: ["scorm12", "scorm2004"],
  version: "SCORM 1.2 RTE 3.4, SCORM 2004 4th Edition RTE 4.2",
  date: "2026-11-22",
  quirks: [
    {
      name: "resume-only-after-suspend",
      source: "SCORM 1.2 RTE 3.4.4 cmi.core.entry; SCORM 2004 RTE 4.2.11 cmi.entry",
      evidence: "source",
    },
    { name: "data-only-after-suspend", source: "SCORM 2004 RTE 4.2.12 cmi.exit", evidence: "source" },
  ],
};
