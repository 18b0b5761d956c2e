import type { Course } from "../../model/course.ts";
import type { CoursePackage } from "../../model/packages.ts";
import { element, holding, type XmlElement } from "../../xml.ts";
import { type Binding, manifestMastery } from "../ims.ts";
import { metadata } from "./metadata.ts";

/**
 * How SCORM 2004 binds a manifest (Content Aggregation Model 1.3.2 and 1.1, chapter 3). Every namespace that is used is
 * mapped to a schema file in the root. LOM metadata needs the IEEE schema files, which only the author can bring.
 */
export function binding(course: Course, unit: CoursePackage): Binding {
  const { edition, lomSchemas } = course.scorm2004;
  return {
    schemaVersion: `2004 ${edition} Edition`,
    namespaces: [
      ["", "http://www.imsglobal.org/xsd/imscp_v1p1", "imscp_v1p1.xsd"],
      ["adlcp", "http://www.adlnet.org/xsd/adlcp_v1p3", "adlcp_v1p3.xsd"],
      ["imsss", "http://www.imsglobal.org/xsd/imsss", "imsss_v1p0.xsd"],
      ...(lomSchemas ? [["lom", "http://ltsc.ieee.org/xsd/LOM", "lom.xsd"] as const] : []),
    ],
    scormType: "adlcp:scormType",
    // The standard's smallest permitted maximum is 200; Moodle aborts the import above 255.
    titleLength: 255,
    metadata: lomSchemas ? [metadata(course, unit)] : [],
    // Without flow an LMS may wait for the learner to choose the only activity (Sequencing and Navigation SB.2.5).
    organization: [holding("imsss:sequencing", [element("imsss:controlMode", { choice: "true", flow: "true" })])],
    item: [holding("imsss:sequencing", [...objectives(unit), deliveryControls()])],
  };
}

/**
 * The pass mark as the primary objective's. No `mapInfo`: it makes Moodle's import fail on PHP 8. No `objectiveID`: the LMS
 * would put the objective into `cmi.objectives` before ours (Run-Time Environment 4.2.17).
 */
function objectives(unit: CoursePackage): readonly XmlElement[] {
  const mastery = manifestMastery(unit);
  if (mastery === undefined) return [];
  const measure = holding("imsss:minNormalizedMeasure", String(mastery / 10_000));
  const primary = element("imsss:primaryObjective", { satisfiedByMeasure: "true" }, [measure]);
  return [holding("imsss:objectives", [primary])];
}

/** The player alone says what is completed and passed (Sequencing and Navigation 3.14). */
function deliveryControls(): XmlElement {
  return element("imsss:deliveryControls", { completionSetByContent: "true", objectiveSetByContent: "true" });
}
