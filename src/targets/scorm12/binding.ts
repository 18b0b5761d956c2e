import type { Course } from "../../model/course.ts";
import type { CoursePackage } from "../../model/packages.ts";
import { holding } from "../../xml.ts";
import { type Binding, manifestMastery } from "../ims.ts";
import { metadata } from "./metadata.ts";

/** How SCORM 1.2 binds a manifest (Content Aggregation Model 1.2, section 2.3). */
export function binding(course: Course, unit: CoursePackage): Binding {
  const mastery = manifestMastery(unit);
  return {
    schemaVersion: "1.2",
    namespaces: [
      ["", "http://www.imsproject.org/xsd/imscp_rootv1p1p2", "imscp_rootv1p1p2.xsd"],
      ["adlcp", "http://www.adlnet.org/xsd/adlcp_rootv1p2", "adlcp_rootv1p2.xsd"],
      ["imsmd", "http://www.imsglobal.org/xsd/imsmd_rootv1p2p1", "imsmd_rootv1p2p1.xsd"],
    ],
    scormType: "adlcp:scormtype",
    // `titleType` of imscp_rootv1p1p2.xsd.
    titleLength: 200,
    metadata: [metadata(course, unit)],
    organization: [],
    // A decimal from 0 to 100 (section 2.3.2.5.1.5); the schema itself takes any text.
    item: mastery === undefined ? [] : [holding("adlcp:masteryscore", String(mastery / 100))],
  };
}
