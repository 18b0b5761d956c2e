import { scorm12Session } from "./session/scorm12.ts";
import { start } from "./start.ts";

start({ standard: "scorm12", session: scorm12Session });
