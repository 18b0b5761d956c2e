import { detect, metadataChild, SCHEMA_VERSIONS, schemaVersion } from "../detect.ts";
import { inManifest, MANIFEST, type Package } from "../package.ts";
import type { Check } from "./check.ts";

/** Older editions that LMSs still take for SCORM 2004. */
const OLDER = ["CAM 1.3", "1.3"];

/** There is a manifest where LMSs look, and it says in the exact words what it is. */
export const standard: Check = {
  standards: "any",
  codes: [
    {
      code: "manifest/missing",
      severity: "error",
      summary: "`imsmanifest.xml` stands in the zip's root.",
      why: "LMSs look nowhere else and refuse the import.",
    },
    {
      code: "manifest/unknown-standard",
      severity: "error",
      summary: "The manifest is SCORM 1.2 or SCORM 2004.",
      why: "The LMS guesses, and grades get lost.",
    },
    {
      code: "manifest/schemaversion",
      severity: "error",
      summary: "`schema` and `schemaversion` use the standard's exact words.",
      why: "Moodle takes anything else for SCORM 1.2 and offers only that API.",
    },
  ],
  *run(pkg) {
    if (!pkg.paths.has(MANIFEST)) {
      // An unreadable zip has said all there is to say.
      if (pkg.entries.length > 0) yield missing(pkg);
      return;
    }
    if (!pkg.manifest) return;
    const place = inManifest(pkg.manifest);
    if (!detect(pkg.manifest)) {
      const message = "The manifest is neither SCORM 1.2 nor SCORM 2004: its namespace is another.";
      yield { code: "manifest/unknown-standard", message, place, help: "Export the course as SCORM." };
      return;
    }
    const schema = metadataChild(pkg.manifest, "schema");
    const version = schemaVersion(pkg.manifest);
    const allowed =
      pkg.standard === "scorm12"
        ? [SCHEMA_VERSIONS.scorm12]
        : [SCHEMA_VERSIONS["scorm2004-3rd"], SCHEMA_VERSIONS["scorm2004-4th"], ...OLDER];
    if (!allowed.includes(version ?? "")) {
      const message = `The schemaversion is “${version ?? ""}”, which no edition of this standard has.`;
      const help = `Write one of: ${allowed.join(", ")}.`;
      yield { code: "manifest/schemaversion", message, place, help };
    }
    if (schema?.text !== "ADL SCORM") {
      const message = `The schema is “${schema?.text ?? ""}”, not “ADL SCORM”.`;
      yield { code: "manifest/schemaversion", message, place, help: "Write <schema>ADL SCORM</schema>." };
    }
  },
};

function missing({ entries }: Package) {
  const deeper = entries.find(({ path }) => path.endsWith(`/${MANIFEST}`));
  return {
    code: "manifest/missing",
    message: deeper
      ? `The manifest stands in a folder (“${deeper.path}”), not in the zip's root.`
      : "There is no imsmanifest.xml in the zip's root.",
    help: deeper ? "Zip what is in the folder, not the folder itself." : "Is this a SCORM package?",
  };
}
