import { inManifest } from "../package.ts";
import { attributeOf, walk } from "../xml.ts";
import { type Check, SCORM } from "./check.ts";

/** Identifiers of manifest, organizations, items and resources (IMS CP 1.1.4: xs:ID). */
export const identifiers: Check = {
  standards: SCORM,
  codes: [
    {
      code: "manifest/identifier-invalid",
      severity: "error",
      elsewhere: "warning",
      summary: "Identifiers begin with a letter or `_` and have letters, digits, `.`, `-` and `_` only.",
      why: "They are no xs:IDs, so the manifest is invalid; some LMSs lose the attempt.",
    },
    {
      code: "manifest/identifier-duplicate",
      severity: "error",
      summary: "Each identifier occurs once.",
      why: "The LMS mixes up what learners did.",
    },
    {
      code: "manifest/identifier-too-long",
      severity: "error",
      summary: "Identifiers have at most 255 characters.",
      why: "Moodle aborts the import.",
    },
  ],
  *run({ manifest }) {
    if (!manifest) return;
    const seen = new Set<string>();
    for (const element of walk(manifest)) {
      const named = ["manifest", "organization", "item", "resource"].includes(element.local);
      const identifier = named ? attributeOf(element, "identifier", "") : undefined;
      if (identifier === undefined) continue;
      const place = inManifest(element);
      const shown = identifier.length > 60 ? `${identifier.slice(0, 60)}…` : identifier;
      if (!/^[\p{L}_][\p{L}\p{N}\p{M}._-]*$/u.test(identifier)) {
        const help = "Use letters, digits, “.”, “-” and “_”, and begin with a letter.";
        yield { code: "manifest/identifier-invalid", message: `“${shown}” is no valid identifier.`, help, place };
      }
      if (identifier.length > 255) {
        const message = `The identifier “${shown}” has ${identifier.length} characters; 255 are allowed.`;
        yield { code: "manifest/identifier-too-long", message, help: "Shorten it.", place };
      }
      if (seen.has(identifier)) {
        const message = `The identifier “${shown}” is used twice.`;
        yield { code: "manifest/identifier-duplicate", message, help: "Rename one of them.", place };
      }
      seen.add(identifier);
    }
  },
};
