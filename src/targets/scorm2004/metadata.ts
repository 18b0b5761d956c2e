import type { Course, Framework } from "../../model/course.ts";
import type { CoursePackage } from "../../model/packages.ts";
import { element, holding, type XmlElement } from "../../xml.ts";
import { alignments, keywords } from "../ims.ts";

/** The package's metadata as IEEE LOM 1.0 (1484.12.3), inline. */
export function metadata(course: Course, unit: CoursePackage): XmlElement {
  const text = (words: string): XmlElement => element("lom:string", { language: course.language }, words);
  const summary = unit.summary === "" ? [] : [holding("lom:description", [text(unit.summary)])];
  return holding("lom:lom", [
    holding("lom:general", [
      holding("lom:identifier", [holding("lom:catalog", course.id), holding("lom:entry", unit.identifier)]),
      holding("lom:title", [text(unit.title)]),
      holding("lom:language", course.language),
      ...summary,
      ...keywords(unit).map((word) => holding("lom:keyword", [text(word)])),
    ]),
    holding("lom:lifeCycle", [holding("lom:version", [text(course.version)])]),
    holding("lom:metaMetadata", [holding("lom:metadataSchema", "LOMv1.0")]),
    ...alignments(course, unit).map((framework) => classification(framework, text)),
  ]);
}

type Text = (words: string) => XmlElement;

/** In LOM 1.0 the taxons of a path are siblings, from general to specific. */
function classification({ title, competencies }: Framework, text: Text): XmlElement {
  const taxons = ({ code, label, area }: Framework["competencies"][number]): readonly XmlElement[] => [
    ...(area === "" ? [] : [holding("lom:taxon", [holding("lom:entry", [text(area)])])]),
    holding("lom:taxon", [holding("lom:id", code), holding("lom:entry", [text(label)])]),
  ];
  return holding("lom:classification", [
    holding("lom:purpose", [holding("lom:source", "LOMv1.0"), holding("lom:value", "competency")]),
    ...competencies.map((competency) =>
      holding("lom:taxonPath", [holding("lom:source", [text(title)]), ...taxons(competency)]),
    ),
    holding("lom:description", [text(title)]),
  ]);
}
