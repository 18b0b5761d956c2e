import { scorm2004Session } from "./session/scorm2004.ts";
import { start } from "./start.ts";

start({ standard: "scorm2004", session: scorm2004Session });
