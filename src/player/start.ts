/** Starts the player of one runtime in a real page. */
import type { Standard } from "../questions/contract.ts";
import { viewTypes } from "../questions/registry.view.ts";
import { browserPlatform } from "./browser-platform.ts";
import type { Content, Register } from "./content.ts";
import { createApp, resumeScreen } from "./create-app.ts";
import { createContent } from "./page-content.ts";
import type { Platform } from "./platform.ts";
import { openRecord } from "./record.ts";
import type { Session } from "./session/session.ts";
import { createText } from "./text.ts";
import { element } from "./views/element.ts";
import { mount } from "./views/mount.ts";

declare global {
  interface Window {
    coursewright?: Register;
  }
}

export interface Runtime {
  readonly standard: Standard | undefined;
  session(page: Window, platform: Platform): Session;
}

/** Offers the registration function at once, and starts when the page and its content scripts are there. */
export function start(runtime: Runtime): void {
  const content = createContent(document);
  window.coursewright = content.register;
  document.addEventListener("DOMContentLoaded", () => {
    void run(runtime, content).catch((reason: unknown) => {
      sayBroken(document);
      throw reason; // to the console, for whoever is asked to mend it
    });
  });
}

/** The package lacks a part or was cut on its way: in English, because the course's own texts may be what is missing. */
function sayBroken(page: Document): void {
  const said = element("p", { class: "notice", role: "alert" }, createText()("broken"));
  (page.getElementById("content") ?? page.body).prepend(said);
}

async function run(runtime: Runtime, content: Content): Promise<void> {
  const plan = content.plan();
  const platform = browserPlatform(window);
  const text = createText(plan.texts);
  let announceSave = (): void => {};
  const record = await openRecord({
    plan,
    standard: runtime.standard,
    session: runtime.session(window, platform),
    platform,
    poolOf: content.loadedPool,
    onSave: () => announceSave(),
  });
  const { app, announce } = createApp({ plan, content, record, platform, text });
  announceSave = () => announce("save");
  record.attach(window);
  const shown = mount(app, document, viewTypes);
  // The start page offers to resume; a learner who was inside is brought back to the same place.
  const screen = resumeScreen(record);
  if (screen.at !== "start") await shown.go(screen);
}
