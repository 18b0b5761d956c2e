import { namespacesOf } from "../detect.ts";
import { inManifest, MANIFEST, type Package } from "../package.ts";
import { metadataPaths } from "../read.ts";
import { namespacesIn, schemaLocations } from "../schemas.ts";
import { walk, type XmlElement } from "../xml.ts";
import { type Check, SCORM, SCORM_2004 } from "./check.ts";

/** LMSs that read manifests by literal names find only the usual prefixes. */
export const prefixes: Check = {
  standards: SCORM,
  codes: [
    {
      code: "manifest/prefix",
      severity: "error",
      summary:
        "Namespaces have their usual prefixes: `adlcp:`, `imsss:`, `adlseq:`, `adlnav:`, none for the manifest's own.",
      why: "Moodle reads prefixes literally: with others SCOs become assets and nothing is tracked.",
    },
  ],
  *run({ manifest, standard }) {
    if (!manifest || !standard) return;
    const usual = new Map(Object.entries(namespacesOf(standard)).map(([prefix, namespace]) => [namespace, prefix]));
    const reported = new Set<string>();
    for (const element of walk(manifest)) {
      for (const { namespace, prefix } of [element, ...element.attributes]) {
        const expected = usual.get(namespace) === "imscp" ? "" : usual.get(namespace);
        // LOM is read by no LMS that takes prefixes literally.
        if (expected === undefined || expected === "imsmd" || prefix === expected || reported.has(namespace)) continue;
        reported.add(namespace);
        const message = `The namespace ${namespace} has the prefix “${prefix}”.`;
        const help = expected === "" ? "Make it the default namespace." : `Use the prefix “${expected}”.`;
        yield { code: "manifest/prefix", message, help, place: inManifest(element) };
      }
    }
  },
};

/** Validators find the schema of every namespace in the package (SCORM 2004 4th Ed. CAM 3.4.1; ADL conformance suite). */
export const schemaMapping: Check = {
  standards: SCORM_2004,
  codes: [
    {
      code: "schema/unmapped",
      severity: "error",
      elsewhere: "warning",
      summary: "`xsi:schemaLocation` maps every namespace that is used to a schema file in the package.",
      why: "ADL's conformance suite rejects the package.",
    },
  ],
  *run({ manifest, metadata, paths }) {
    if (manifest) yield* unmapped(MANIFEST, manifest, paths);
    for (const { path, root } of metadata) if (root) yield* unmapped(path, root, paths);
  },
};

function* unmapped(file: string, root: XmlElement, paths: Package["paths"]) {
  const locations = schemaLocations(root);
  for (const namespace of namespacesIn(root)) {
    const location = locations.get(namespace);
    if (location !== undefined && paths.has(location)) continue;
    const message =
      location === undefined
        ? `The namespace ${namespace} is used, but xsi:schemaLocation does not name its schema.`
        : `xsi:schemaLocation names “${location}”, which is not in the package.`;
    const help = "Put the schema file into the package's root and name it in xsi:schemaLocation.";
    yield { code: "schema/unmapped", message, help, place: { file, line: root.line } };
  }
}

/** The metadata files that the manifest names are there. */
export const metadataFiles: Check = {
  standards: SCORM,
  codes: [
    {
      code: "metadata/missing",
      severity: "error",
      elsewhere: "warning",
      summary: "Every metadata file that `adlcp:location` names is in the zip.",
      why: "Validators reject the package.",
    },
  ],
  *run({ manifest, paths }) {
    if (!manifest) return;
    for (const path of metadataPaths(manifest)) {
      if (paths.has(path)) continue;
      const message = `The metadata file “${path}” is not in the zip.`;
      yield {
        code: "metadata/missing",
        message,
        help: "Add it or remove its <adlcp:location>.",
        place: { file: MANIFEST },
      };
    }
  },
};
