import type { Asset } from "../../model/course.ts";
import { manifestFile } from "../ims.ts";
import type { Target } from "../target.ts";
import { binding } from "./binding.ts";

/** SCORM 2004, 3rd or 4th Edition: one SCO, the schema files in the root. */
export const scorm2004: Target = {
  name: "scorm2004",
  title: "SCORM 2004",
  runtime: "scorm2004",
  describe(course, unit, content, documents) {
    const { edition, lomSchemas = [] } = course.scorm2004;
    const control = documents[`scorm2004-${edition}`];
    const brought = new Set(control.map(({ path }) => path));
    const missing = (asset: Asset): boolean => !brought.has(asset.path);
    return [
      manifestFile(course, unit, content, binding(course, unit)),
      ...control,
      // The official LOM set shares files such as xml.xsd with the control documents.
      ...lomSchemas.filter(missing),
    ];
  },
};
