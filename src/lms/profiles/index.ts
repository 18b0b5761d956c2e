import type { Profile } from "../profile.ts";
import { moodleScorm12 } from "./moodle-scorm12.ts";
import { moodleScorm2004 } from "./moodle-scorm2004.ts";
import { plain } from "./plain.ts";

/** Every LMS that can be imitated. */
export const PROFILES: readonly Profile[] = [plain, moodleScorm12, moodleScorm2004];
