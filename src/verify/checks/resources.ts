import { namespacesOf } from "../detect.ts";
import { filesOf, launchOf, nameOf, resourcesIn } from "../manifest.ts";
import { type Finding, inManifest, isControlDocument, MANIFEST, type Package } from "../package.ts";
import { metadataPaths } from "../read.ts";
import { classify } from "../scan/address.ts";
import { attributeOf, childrenOf, type XmlElement } from "../xml.ts";
import { type Check, SCORM } from "./check.ts";

/** Each resource says what it is and launches one of its own files. */
export const resources: Check = {
  standards: SCORM,
  codes: [
    {
      code: "resource/scorm-type",
      severity: "error",
      summary: "Each resource has `adlcp:scormtype` (1.2) or `adlcp:scormType` (2004) with `sco` or `asset`.",
      why: "An LMS takes a SCO without it for an asset, and no grade arrives.",
    },
    {
      code: "resource/no-href",
      severity: "error",
      summary: "Each SCO has an `href`.",
      why: "There is nothing to launch.",
    },
    {
      code: "resource/href-not-listed",
      severity: "error",
      elsewhere: "warning",
      summary: "A resource's `href` is one of its own files.",
      why: "Validators reject the package.",
    },
    {
      code: "resource/launch-missing",
      severity: "error",
      summary: "The page that a resource launches is in the zip.",
      why: "Learners see “not found”; no LMS checks this at import.",
    },
    {
      code: "resource/address",
      severity: "error",
      elsewhere: "warning",
      summary: "Addresses in the manifest are relative, with `/` and within the package.",
      why: "The file is found on some systems only, or needs the network.",
    },
    {
      code: "resource/base",
      severity: "error",
      elsewhere: "warning",
      summary: "`xml:base` ends in `/` and does not begin with one.",
      why: "Its last part is dropped, so no file is found.",
    },
  ],
  *run(pkg) {
    const { manifest } = pkg;
    if (!manifest) return;
    const holders = [manifest, ...childrenOf(manifest, "resources"), ...resourcesIn(manifest)];
    for (const holder of holders) yield* baseFindings(holder);
    for (const resource of resourcesIn(manifest)) {
      yield* typeFindings(resource, pkg);
      yield* launchFindings(manifest, resource, pkg);
      for (const each of [resource, ...childrenOf(resource, "file")]) yield* addressFindings(each);
    }
  },
};

function* baseFindings(element: XmlElement): Iterable<Finding> {
  const base = attributeOf(element, "base", "xml");
  if (base === undefined || (base.endsWith("/") && classify(base).kind === "relative" && !base.startsWith("/"))) return;
  const message = `The xml:base “${base}” is no relative folder with “/” at its end.`;
  yield { code: "resource/base", message, help: "Write it as folder/.", place: inManifest(element) };
}

function* typeFindings(resource: XmlElement, { standard = "scorm12" }: Package): Iterable<Finding> {
  const name = standard === "scorm12" ? "scormtype" : "scormType";
  const { adlcp } = namespacesOf(standard);
  const value = resource.attributes.find(({ local, namespace }) => local === name && namespace === adlcp)?.value;
  if (value === "sco" || value === "asset") return;
  const message =
    value === undefined
      ? `The resource “${nameOf(resource)}” has no adlcp:${name}.`
      : `The resource “${nameOf(resource)}” has adlcp:${name}="${value}".`;
  const help = `Write adlcp:${name}="sco" or "asset", with exactly these letters.`;
  yield { code: "resource/scorm-type", message, help, place: inManifest(resource) };
}

function* launchFindings(manifest: XmlElement, resource: XmlElement, { paths }: Package): Iterable<Finding> {
  const place = inManifest(resource);
  const launch = launchOf(manifest, resource);
  if (!launch) {
    const isSco = resource.attributes.some(({ local, value }) => /^scormtype$/i.test(local) && value === "sco");
    if (!isSco) return;
    const message = `The SCO “${nameOf(resource)}” has no href.`;
    yield { code: "resource/no-href", message, help: "Name the page to launch.", place };
    return;
  }
  if (launch.path === undefined) return;
  if (!filesOf(manifest, resource).some(({ path }) => path === launch.path)) {
    const message = `The resource launches “${launch.href}”, which is none of its files.`;
    yield { code: "resource/href-not-listed", message, help: "List it as a <file>.", place };
  }
  if (!paths.has(launch.path)) {
    const message = `The page “${launch.path}” to launch is not in the zip.`;
    yield { code: "resource/launch-missing", message, help: "Add it; mind upper and lower case.", place };
  }
}

function* addressFindings(element: XmlElement): Iterable<Finding> {
  const href = attributeOf(element, "href", "");
  if (href === undefined) return;
  const sound = classify(href).kind === "relative" && !/^\/|\\|(^|\/)\.\.(\/|$)/.test(href);
  if (sound) return;
  const message = `“${href}” is no relative address within the package.`;
  yield {
    code: "resource/address",
    message,
    help: "Use a path from the package's root with “/”.",
    place: inManifest(element),
  };
}

/** The manifest and the zip name the same files. */
export const files: Check = {
  standards: SCORM,
  codes: [
    {
      code: "file/missing",
      severity: "error",
      summary: "Each file that the manifest lists is in the zip.",
      why: "A page or image is missing, or the import fails.",
    },
    {
      code: "file/unlisted",
      severity: "error",
      elsewhere: "warning",
      summary: "Each content file in the zip is listed in the manifest.",
      why: "An LMS that copies only listed files loses it.",
    },
  ],
  *run({ manifest, entries, paths }) {
    if (!manifest) return;
    const listed = resourcesIn(manifest).flatMap((resource) => filesOf(manifest, resource));
    for (const { path, element } of listed) {
      if (path === undefined || paths.has(path)) continue;
      const message = `The manifest lists “${path}”, which is not in the zip.`;
      yield { code: "file/missing", message, help: "Add it; mind upper and lower case.", place: inManifest(element) };
    }
    const known = new Set([MANIFEST, ...metadataPaths(manifest), ...listed.map(({ path }) => path)]);
    for (const { path } of entries) {
      if (known.has(path) || isControlDocument(path)) continue;
      const message = `“${path}” is in the zip, but the manifest does not list it.`;
      yield { code: "file/unlisted", message, help: "List it as a <file> of its resource.", place: { file: path } };
    }
  },
};
