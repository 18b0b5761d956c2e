/** The markup of IMS Content Packaging that SCORM 1.2 and SCORM 2004 share. */
import type { PackageFile } from "../files.ts";
import { textFile } from "../files.ts";
import type { Course, Framework } from "../model/course.ts";
import type { CoursePackage } from "../model/packages.ts";
import { masteryInManifest } from "../tracking/policy.ts";
import { document, element, holding, type XmlElement } from "../xml.ts";

/** The page that a package starts with. */
export const LAUNCH_PAGE = "index.html";

/** What differs between the two bindings of the manifest. */
export interface Binding {
  readonly schemaVersion: string;
  /** Namespaces and their schema files: prefix ("" for the default), URI, file in the package's root. */
  readonly namespaces: readonly (readonly [prefix: string, uri: string, file: string])[];
  /** `adlcp:scormtype` in 1.2, `adlcp:scormType` in 2004: LMSs read nothing else. */
  readonly scormType: string;
  /** The most UTF-16 units that a title may have. */
  readonly titleLength: number;
  /** Stands in the manifest's `metadata` after schema and version. */
  readonly metadata: readonly XmlElement[];
  /** Stands in the organization after its item. */
  readonly organization: readonly XmlElement[];
  /** Stands in the item after its title. */
  readonly item: readonly XmlElement[];
}

/**
 * `imsmanifest.xml` of a package with one SCO (IMS Content Packaging 1.1.2 and 1.1.4, section 4). The resource lists every
 * file of `content`; schema files in the root are control documents and are not part of it.
 */
export function manifestFile(
  course: Course,
  unit: CoursePackage,
  content: readonly PackageFile[],
  binding: Binding,
): PackageFile {
  const { identifier } = unit;
  const title = holding("title", shortened(unit.title, binding.titleLength));
  const metadata = [
    holding("schema", "ADL SCORM"),
    holding("schemaversion", binding.schemaVersion),
    ...binding.metadata,
  ];
  const item = element("item", { identifier: `${identifier}-item`, identifierref: `${identifier}-files` }, [
    title,
    ...binding.item,
  ]);
  const organization = element("organization", { identifier: `${identifier}-contents` }, [
    title,
    item,
    ...binding.organization,
  ]);
  const resource = element(
    "resource",
    { identifier: `${identifier}-files`, type: "webcontent", [binding.scormType]: "sco", href: LAUNCH_PAGE },
    content.map(({ path }) => element("file", { href: path })),
  );
  const root = element(
    "manifest",
    { identifier, ...versionAttribute(course.version), ...declarations(binding.namespaces) },
    [
      holding("metadata", metadata),
      element("organizations", { default: `${identifier}-contents` }, [organization]),
      holding("resources", [resource]),
    ],
  );
  return textFile("imsmanifest.xml", document(root));
}

/** SCORM 1.2's schema allows 20 characters; a longer version stands in the metadata alone. */
function versionAttribute(version: string): { readonly version?: string } {
  return version.length <= 20 ? { version } : {};
}

function declarations(namespaces: Binding["namespaces"]): Readonly<Record<string, string>> {
  return {
    ...Object.fromEntries(namespaces.map(([prefix, uri]) => [prefix === "" ? "xmlns" : `xmlns:${prefix}`, uri])),
    "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "xsi:schemaLocation": namespaces.map(([, uri, file]) => `${uri} ${file}`).join(" "),
  };
}

/** A title of at most `length` UTF-16 units; a longer one ends in an ellipsis and never in half a character. */
export function shortened(text: string, length: number): string {
  const title = text.normalize("NFC");
  if (title.length <= length) return title;
  return `${title.slice(0, length - 1).replace(/[\u{D800}-\u{DBFF}]$/u, "")}…`;
}

/** The pass mark in hundredths of a percent where the manifest may carry it (see {@link masteryInManifest}). */
export function manifestMastery(unit: CoursePackage): number | undefined {
  const graded = unit.modules.some((module) => module.quiz !== undefined);
  return graded && masteryInManifest(unit.grading) ? unit.grading.pass : undefined;
}

/** A framework with those of its competencies that the package teaches or asks for. */
export function alignments(course: Course, unit: CoursePackage): readonly Framework[] {
  const used = new Set(unit.modules.flatMap(codes));
  return course.frameworks
    .map((framework) => ({
      ...framework,
      competencies: framework.competencies.filter(({ code }) => used.has(code)),
    }))
    .filter(({ competencies }) => competencies.length > 0);
}

function codes({ lessons, quiz }: CoursePackage["modules"][number]): readonly string[] {
  return [...lessons, ...(quiz?.questions ?? [])].flatMap((part) => [...part.competencies, ...part.supports]);
}

/** Keywords of a package: the glossary terms that its lessons teach, ten at most (the LOM's smallest permitted maximum). */
export function keywords(unit: CoursePackage): readonly string[] {
  const terms = unit.modules.flatMap((module) => module.lessons.flatMap((lesson) => lesson.terms));
  return [...new Set(terms)].slice(0, 10);
}
