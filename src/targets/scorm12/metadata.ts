import type { Course, Framework } from "../../model/course.ts";
import type { CoursePackage } from "../../model/packages.ts";
import { element, holding, type XmlElement } from "../../xml.ts";
import { alignments, keywords } from "../ims.ts";

/**
 * The package's metadata as IMS Meta-data 1.2.1, inline. Names are prefixed, because an importer that ignores namespaces
 * would take a bare `title` or `resource` for the manifest's own.
 */
export function metadata(course: Course, unit: CoursePackage): XmlElement {
  const text = (words: string): XmlElement => langstring(course.language, words);
  const summary = unit.summary === "" ? [] : [holding("imsmd:description", [text(unit.summary)])];
  return holding("imsmd:lom", [
    holding("imsmd:general", [
      holding("imsmd:title", [text(unit.title)]),
      holding("imsmd:catalogentry", [
        holding("imsmd:catalog", course.id),
        holding("imsmd:entry", [langstring("x-none", unit.identifier)]),
      ]),
      holding("imsmd:language", course.language),
      ...summary,
      ...keywords(unit).map((word) => holding("imsmd:keyword", [text(word)])),
    ]),
    holding("imsmd:lifecycle", [holding("imsmd:version", [langstring("x-none", course.version)])]),
    holding("imsmd:metametadata", [holding("imsmd:metadatascheme", "ADL SCORM 1.2")]),
    ...alignments(course, unit).map((framework) => classification(framework, text)),
  ]);
}

function langstring(language: string, words: string): XmlElement {
  return element("imsmd:langstring", { "xml:lang": language }, words);
}

type Text = (words: string) => XmlElement;

/** SCORM 1.2 has no purpose "competency", and asks for a description and a keyword (CAM 1.2, table 2.2.2.9). */
function classification({ title, competencies }: Framework, text: Text): XmlElement {
  const areas = new Set(competencies.map(({ area }) => area || title));
  return holding("imsmd:classification", [
    holding("imsmd:purpose", [
      holding("imsmd:source", [langstring("x-none", "LOMv1.0")]),
      holding("imsmd:value", [langstring("x-none", "Educational Objective")]),
    ]),
    ...competencies.map((competency) =>
      holding("imsmd:taxonpath", [holding("imsmd:source", [text(title)]), taxon(competency, text)]),
    ),
    holding("imsmd:description", [text(title)]),
    ...Array.from(areas, (area) => holding("imsmd:keyword", [text(area)])),
  ]);
}

/** Taxons nest in this version: the area holds its competency. */
function taxon({ code, label, area }: Framework["competencies"][number], text: Text): XmlElement {
  const own = holding("imsmd:taxon", [holding("imsmd:id", code), holding("imsmd:entry", [text(label)])]);
  return area === "" ? own : holding("imsmd:taxon", [holding("imsmd:entry", [text(area)]), own]);
}
