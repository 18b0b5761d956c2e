import { manifestFile } from "../ims.ts";
import type { Target } from "../target.ts";
import { binding } from "./binding.ts";

/** SCORM 1.2 (Content Aggregation Model 1.2): one SCO, metadata inline, the schema files in the root. */
export const scorm12: Target = {
  name: "scorm12",
  title: "SCORM 1.2",
  runtime: "scorm12",
  describe: (course, unit, content, documents) => [
    manifestFile(course, unit, content, binding(course, unit)),
    ...documents.scorm12,
  ],
};
