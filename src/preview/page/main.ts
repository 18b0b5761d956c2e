/** The preview's page: a package in the test LMS, and what the LMS sees. */
import type { News } from "../news.ts";
import { createChoices } from "./choices.ts";
import { byId } from "./elements.ts";
import { createFaultSwitches } from "./faults.ts";
import { createInspector } from "./inspector.ts";
import { type Script, scriptIn } from "./script.ts";
import { takeSeat } from "./seat.ts";
import { createSeating } from "./seating.ts";

function packageFrame(): HTMLIFrameElement {
  const frame = byId("package");
  if (!(frame instanceof HTMLIFrameElement)) throw new Error("The package has no frame.");
  return frame;
}

/** Calls back with the news, now and whenever they change. */
function listen(onNews: (news: News) => void | Promise<void>): void {
  const source = new EventSource("/news");
  source.addEventListener("message", ({ data }) => void onNews(JSON.parse(data)));
  source.addEventListener("error", () => say("The preview does not answer. Is the command still running?"));
}

function say(text: string): void {
  byId("news").textContent = text;
}

function showNews({ title, findings, sound }: News): void {
  byId("course").textContent = title;
  document.title = title === "" ? "Coursewright preview" : `Preview: ${title}`;
  const box = byId("findings");
  box.hidden = findings === "";
  box.classList.toggle("bad", !sound);
  box.toggleAttribute("open", !sound);
  // The findings end with how many there are.
  const counted = findings.trimEnd().split("\n").at(-1) ?? "";
  byId("findings-title").textContent = sound ? `Findings: ${counted}` : `The course has errors: ${counted}`;
  byId("findings-text").textContent = findings;
}

/** For an author: everything on the page works by hand. */
function startPreview(): void {
  const inspector = createInspector();
  const place = packageFrame();
  const seating = createSeating(place, () => {
    const seat = seating.seat();
    if (seat) inspector.show(seat.host.record, seat.learner, seat.unit);
  });
  const choices = createChoices(place, () => void seating.sit(choices.chosen()));
  createFaultSwitches(seating.setFaults);
  byId("relaunch").addEventListener("click", () => void seating.relaunch());
  byId("new-learner").addEventListener("click", () => void seating.replaceLearner());
  let wasSound = true;
  listen(async (news) => {
    showNews(news);
    choices.update(news);
    const reopened = await seating.update(choices.chosen());
    if (!news.sound) say(seating.seat() ? "This is the last build without errors." : "");
    else if (reopened) say("The course was built again.");
    else if (!wasSound) say("");
    wasSound = news.sound;
  });
}

/** For a test: the package alone, opened when the test says so. */
function startScript({ standard, profile, faults = {}, ...script }: Script): void {
  document.body.classList.add("bare");
  listen(({ packages }) => {
    const unit = packages.find((each) => each.standard === standard);
    if (unit === undefined || window.testLms !== undefined) return;
    window.testLms = takeSeat({ unit, profile, faults, place: packageFrame(), script, onChange: () => {} }).host;
  });
}

const script = scriptIn(location.hash);
if (script) startScript(script);
else startPreview();
