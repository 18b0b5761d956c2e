/** The right-hand side: what the LMS was told and what it made of it. */
import type { Call, LmsRecord, Violation } from "../../lms/lms.ts";
import { STATE_BUDGET } from "../../tracking/codec.ts";
import type { PackageNews } from "../news.ts";
import { byId, make } from "./elements.ts";
import { stateInWords } from "./state-words.ts";

/** Rows of calls on the page; older ones are dropped. */
const CALLS = 500;
/** Longer values are cut; their length is said instead. */
const VALUE = 120;

export interface Inspector {
  /** Shows the record, on the next frame. */
  show(record: () => LmsRecord, learner: string, unit: PackageNews): void;
}

/** The inspector of the page. */
export function createInspector(): Inspector {
  let waiting = false;
  let latest: (() => void) | undefined;
  const drawCalls = callsDrawer(byId("calls"));
  return {
    show(record, learner, unit) {
      latest = () => {
        const now = record();
        drawGrade(now, learner);
        drawViolations(now.violations);
        drawState(now.stored["cmi.suspend_data"] ?? "", unit);
        drawModel(now.stored);
        drawCalls(now.calls);
      };
      if (waiting) return;
      waiting = true;
      // A session begins with dozens of calls; one drawing is enough for all.
      requestAnimationFrame(() => {
        waiting = false;
        latest?.();
      });
    },
  };
}

function drawGrade({ grade, launches, commits, finished }: LmsRecord, learner: string): void {
  byId("grade-learner").textContent = learner;
  byId("grade-status").textContent = grade.status || "–";
  byId("grade-success").textContent = grade.success || "–";
  byId("grade-score").textContent = grade.score === undefined ? "–" : `${grade.score}`;
  byId("sessions").textContent =
    `Session ${launches}, ${finished ? "finished" : "not finished"}. Commits in all: ${commits}.`;
}

function drawViolations(violations: readonly Violation[]): void {
  const count = byId("violations-count");
  count.textContent = String(violations.length);
  count.classList.toggle("bad", violations.length > 0);
  const rows = violations.map(({ rule, call, element, value, error }) => {
    const what = [call, element, value === undefined ? "" : `“${shortened(value)}”`].filter((part) => part).join(" ");
    return make("li", {}, make("strong", {}, rule), ` ${what}, error ${error}`);
  });
  const none = make("li", { className: "quiet" }, "None: nothing that a strict LMS refuses.");
  byId("violations").replaceChildren(...(rows.length === 0 ? [none] : rows));
}

function drawState(text: string, unit: PackageNews): void {
  const meter = byId("state-meter");
  if (meter instanceof HTMLMeterElement) {
    meter.max = STATE_BUDGET;
    meter.high = STATE_BUDGET * 0.9;
    meter.value = text.length;
  }
  const most = unit.largestState === undefined ? "" : `; no learner can need more than ${grouped(unit.largestState)}`;
  byId("state-size").textContent = `${grouped(text.length)} of ${grouped(STATE_BUDGET)} characters${most}`;
  const words = stateInWords(text, unit.identifier, unit.plan);
  byId("state-words").replaceChildren(...words.map((sentence) => make("li", {}, sentence)));
}

function drawModel(stored: LmsRecord["stored"]): void {
  const rows = Object.entries(stored)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([element, value]) => row(make("code", {}, element), shortened(value)));
  byId("model").replaceChildren(...rows);
}

/** Draws only the calls that are new. */
function callsDrawer(body: HTMLElement): (calls: readonly Call[]) => void {
  let drawn = 0;
  return (calls) => {
    if (calls.length < drawn) {
      drawn = 0;
      body.replaceChildren();
    }
    body.prepend(
      ...calls
        .slice(Math.max(drawn, calls.length - CALLS))
        .reverse()
        .map(callRow),
    );
    while (body.childElementCount > CALLS) body.lastElementChild?.remove();
    drawn = calls.length;
  };
}

function callRow({ call, element = "", value, answer = "", ok, error }: Call): HTMLElement {
  const given = value === undefined ? "" : shortened(value);
  const drawn = row(call, make("code", {}, element), given, shortened(answer), error === "0" ? "–" : error);
  if (!ok) drawn.className = "bad";
  else if (call === "Initialize" || call === "Commit" || call === "Finish") drawn.className = "mark";
  return drawn;
}

function row(...cells: readonly (Node | string)[]): HTMLElement {
  return make("tr", {}, ...cells.map((cell) => make("td", {}, cell)));
}

function shortened(value: string): string {
  return value.length <= VALUE ? value : `${value.slice(0, VALUE)}… (${grouped(value.length)} characters)`;
}

const grouped = (value: number): string => value.toLocaleString("en-US");
