import type { Check } from "./check.ts";

/** XML syntax and schemas; the findings are made while the files are read. */
export const xmlValidity: Check = {
  standards: "any",
  codes: [
    {
      code: "manifest/not-well-formed",
      severity: "error",
      summary: "`imsmanifest.xml` is well-formed XML.",
      why: "Moodle shows a blank error page.",
    },
    {
      code: "metadata/not-well-formed",
      severity: "error",
      elsewhere: "warning",
      summary: "Metadata files are well-formed XML.",
      why: "LMSs drop the metadata; validators reject the package.",
    },
    {
      code: "schema/invalid",
      severity: "error",
      summary: "The manifest and metadata are valid by the standard's schemas.",
      why: "Strict LMSs refuse the import; lenient ones ignore what they don't expect.",
    },
    {
      code: "schema/unusable",
      severity: "error",
      elsewhere: "warning",
      summary: "The schema files in the package are the standard bodies' own.",
      why: "Validators cannot check the package.",
    },
  ],
  run: ({ xmlFindings }) => xmlFindings,
};
