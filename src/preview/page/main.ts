/** The preview's page: a package in the test LMS, and what the LMS sees. */
import type { Faults } from "../../lms/lms.ts";
import type { News } from "../news.ts";
import { createChoices } from "./choices.ts";
import { byId } from "./elements.ts";
import { createFaultSwitches } from "./faults.ts";
import { createInspector } from "./inspector.ts";
import { rememberScroll } from "./place.ts";
import { type Script, scriptIn } from "./script.ts";
import { leave, type Seat, takeSeat } from "./seat.ts";

function packageFrame(): HTMLIFrameElement {
  const frame = byId("package");
  if (!(frame instanceof HTMLIFrameElement)) throw new Error("The package has no frame.");
  return frame;
}

/** Calls back with the news, now and whenever they change. */
function listen(onNews: (news: News) => void): void {
  const source = new EventSource("/news");
  source.addEventListener("message", ({ data }) => onNews(JSON.parse(data)));
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
  const place = packageFrame();
  const inspector = createInspector();
  let seat: Seat | undefined;
  let faults: Partial<Faults> = {};
  // One thing at a time: a package must have said goodbye before the next is opened.
  let work = Promise.resolve();
  const then = (step: () => Promise<void>): void => {
    work = work.then(step);
  };
  const inspect = (): void => {
    if (seat) inspector.show(seat.host.record, seat.learner, seat.unit);
  };
  const choices = createChoices(place, () => then(sit));
  const sit = async (): Promise<void> => {
    const chosen = choices.chosen();
    if (seat) await leave(seat);
    seat = chosen && takeSeat({ ...chosen, faults, place, onChange: inspect });
    seat?.host.open();
    inspect();
  };
  const relaunch = async (): Promise<void> => {
    const scroll = rememberScroll(place);
    await seat?.host.relaunch();
    scroll();
  };
  createFaultSwitches((switched) => {
    faults = switched;
    seat?.host.set(switched);
  });
  byId("relaunch").addEventListener("click", () => then(relaunch));
  byId("new-learner").addEventListener("click", () =>
    then(async () => {
      if (seat) await leave(seat);
      seat?.replaceLearner();
      seat = undefined;
      await sit();
    }),
  );
  const follow = async (news: News): Promise<void> => {
    const chosen = choices.chosen();
    const same = seat && chosen?.unit.name === seat.unit.name && chosen.profile === seat.profile;
    if (!seat || !same) await sit();
    else if (chosen.unit.fingerprint !== seat.unit.fingerprint) {
      seat = { ...seat, unit: chosen.unit };
      await relaunch();
      say("The course was built again.");
    }
    if (!news.sound) say(news.packages.length === 0 ? "" : "This is the last build without errors.");
  };
  listen((news) => {
    showNews(news);
    choices.update(news);
    then(() => follow(news));
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
