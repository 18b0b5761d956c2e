import { noSession } from "./session/none.ts";
import { start } from "./start.ts";

start({ standard: undefined, session: noSession });
