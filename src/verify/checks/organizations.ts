import { itemsIn, nameOf, organizationsIn, resourcesIn } from "../manifest.ts";
import { type Finding, inManifest } from "../package.ts";
import { attributeOf, childrenOf, type XmlElement } from "../xml.ts";
import { type Check, SCORM } from "./check.ts";

/** Something can be launched, and the LMS knows by which organization. */
export const organizations: Check = {
  standards: SCORM,
  codes: [
    {
      code: "organizations/none",
      severity: "error",
      summary: "There is an organization with an item.",
      why: "There is nothing to launch.",
    },
    {
      code: "organizations/default",
      severity: "error",
      elsewhere: "warning",
      summary: "`organizations` names one of its organizations as `default`.",
      why: "The LMS picks an organization by chance.",
    },
  ],
  *run({ manifest }) {
    if (!manifest) return;
    const container = childrenOf(manifest, "organizations")[0] ?? manifest;
    const found = organizationsIn(manifest);
    const place = inManifest(container);
    if (itemsIn(manifest).length === 0) {
      yield { code: "organizations/none", message: "No organization has an item.", help: "Add one.", place };
      return;
    }
    const named = attributeOf(container, "default", "");
    if (found.some((each) => attributeOf(each, "identifier", "") === named)) return;
    const message =
      named === undefined ? "No organization is the default." : `The default organization “${named}” does not exist.`;
    yield { code: "organizations/default", message, help: "Name an organization's identifier.", place };
  },
};

/** Titles are what learners see in the LMS's menu. */
export const titles: Check = {
  standards: SCORM,
  codes: [
    {
      code: "title/missing",
      severity: "error",
      elsewhere: "warning",
      summary: "Each organization and item has a title with text.",
      why: "The LMS's menu shows nothing to click.",
    },
    {
      code: "title/duplicate",
      severity: "error",
      elsewhere: "warning",
      summary: "No organization or item has two titles.",
      why: "Validators reject the package.",
    },
    {
      code: "title/too-long",
      severity: "error",
      summary: "Titles have at most 255 characters.",
      why: "Moodle aborts the import.",
    },
  ],
  *run({ manifest }) {
    if (!manifest) return;
    for (const element of [...organizationsIn(manifest), ...itemsIn(manifest)]) yield* titleFindings(element);
  },
};

function* titleFindings(element: XmlElement): Iterable<Finding> {
  const [first, second] = childrenOf(element, "title");
  const what = `The ${element.local} “${attributeOf(element, "identifier", "") ?? ""}”`;
  const place = inManifest(first ?? element);
  if (!first?.text) yield { code: "title/missing", message: `${what} has no title.`, help: "Add a <title>.", place };
  if (second) yield { code: "title/duplicate", message: `${what} has more than one title.`, help: "Keep one.", place };
  if (first && first.text.length > 255) {
    const message = `${what} has a title of ${first.text.length} characters; 255 are allowed.`;
    yield { code: "title/too-long", message, help: "Shorten it.", place };
  }
}

/** Leaves launch a resource, branches don't (SCORM 2004 CAM 3.4.1.9; SCORM 1.2 CAM 2.3.5). */
export const items: Check = {
  standards: SCORM,
  codes: [
    {
      code: "item/no-resource",
      severity: "error",
      elsewhere: "warning",
      summary: "Each item without items in it names a resource.",
      why: "Learners click on it and nothing opens.",
    },
    {
      code: "item/branch-resource",
      severity: "error",
      elsewhere: "warning",
      summary: "An item with items in it names no resource.",
      why: "Validators reject the package; LMSs skip the page.",
    },
    {
      code: "item/unknown-resource",
      severity: "error",
      summary: "The resource that an item names exists.",
      why: "Learners click on it and nothing opens.",
    },
    {
      code: "resource/unreferenced",
      severity: "warning",
      summary: "Each resource is named by an item or a dependency.",
      why: "No learner ever gets there; validators warn.",
    },
    {
      code: "item/prerequisites",
      severity: "warning",
      summary: "No item has `adlcp:prerequisites`.",
      why: "Moodle can launch a blocked item all the same and then writes its results to the wrong one.",
    },
  ],
  *run({ manifest }) {
    if (!manifest) return;
    const resources = resourcesIn(manifest);
    const known = new Set(resources.map((resource) => attributeOf(resource, "identifier", "")));
    for (const item of itemsIn(manifest)) yield* itemFindings(item, known);

    const dependencies = resources.flatMap((resource) => childrenOf(resource, "dependency"));
    const used = new Set([...itemsIn(manifest), ...dependencies].map((each) => attributeOf(each, "identifierref", "")));
    for (const resource of resources) {
      if (used.has(attributeOf(resource, "identifier", ""))) continue;
      const message = `No item uses the resource “${nameOf(resource)}”.`;
      yield { code: "resource/unreferenced", message, help: "Remove it or name it.", place: inManifest(resource) };
    }
  },
};

function* itemFindings(item: XmlElement, known: ReadonlySet<string | undefined>): Iterable<Finding> {
  const place = inManifest(item);
  const reference = attributeOf(item, "identifierref", "");
  const isBranch = childrenOf(item, "item").length > 0;
  const name = nameOf(item);
  if (isBranch && reference !== undefined) {
    const message = `“${name}” holds other items and names a resource too.`;
    yield { code: "item/branch-resource", message, help: "Give the resource an item of its own.", place };
  }
  if (!isBranch && reference === undefined) {
    yield { code: "item/no-resource", message: `“${name}” names no resource.`, help: "Add an identifierref.", place };
  }
  if (reference !== undefined && !known.has(reference)) {
    const message = `“${name}” names the resource “${reference}”, which does not exist.`;
    yield { code: "item/unknown-resource", message, help: "Correct the identifierref.", place };
  }
  if (childrenOf(item, "prerequisites").length > 0) {
    const message = `“${name}” has prerequisites, which LMSs treat each in their own way.`;
    yield { code: "item/prerequisites", message, help: "Let the content decide what is open.", place };
  }
}
