/** What the quirks of a profile do. Pure: values in, values out. */
import type { Profile, QuirkName, Standard } from "./profile.ts";

export type Values = Readonly<Record<string, string>>;

/** The names under which both standards keep the same thing. */
export const ELEMENTS = {
  scorm12: {
    learner: "cmi.core.student_id",
    mode: "cmi.core.lesson_mode",
    credit: "cmi.core.credit",
    entry: "cmi.core.entry",
    exit: "cmi.core.exit",
    status: "cmi.core.lesson_status",
    success: "cmi.core.lesson_status",
    raw: "cmi.core.score.raw",
    mastery: "cmi.student_data.mastery_score",
    sessionTime: "cmi.core.session_time",
    totalTime: "cmi.core.total_time",
  },
  scorm2004: {
    learner: "cmi.learner_id",
    mode: "cmi.mode",
    credit: "cmi.credit",
    entry: "cmi.entry",
    exit: "cmi.exit",
    status: "cmi.completion_status",
    success: "cmi.success_status",
    raw: "cmi.score.raw",
    mastery: "cmi.scaled_passing_score",
    sessionTime: "cmi.session_time",
    totalTime: "cmi.total_time",
  },
} as const;

const has = (profile: Profile, name: QuirkName): boolean => profile.quirks.some((quirk) => quirk.name === name);

/** Seconds of a time of either standard; days and longer are never written by a session. */
function seconds(time: string): number {
  const old = /^(\d+):(\d+):(\d+(?:\.\d+)?)$/.exec(time);
  const recent = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?$/.exec(time);
  const [, hours, minutes, rest] = old ?? recent ?? [];
  return Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(rest ?? 0);
}

function timeText(standard: Standard, total: number): string {
  const hundredths = Math.round((total % 60) * 100) / 100;
  const [hours, minutes] = [Math.floor(total / 3600), Math.floor(total / 60) % 60];
  if (standard === "scorm2004") return `PT${hours}H${minutes}M${hundredths}S`;
  const two = (value: number): string => String(value).padStart(2, "0");
  return `${two(hours)}:${two(minutes)}:${two(Math.floor(hundredths))}`;
}

/** The values that the LMS gives a session at its start. `mastery` is the manifest's. */
export function launchValues(
  profile: Profile,
  standard: Standard,
  stored: Values,
  course: { readonly learner: string; readonly mastery?: string },
): Values {
  const names = ELEMENTS[standard];
  const suspended = stored[names.exit] === "suspend";
  const begun = Object.keys(stored).length > 0;
  const ended = ["passed", "completed", "failed"].includes(stored[names.status] ?? "");
  const review = has(profile, "review-after-end") && ended;
  const resumes = suspended || (begun && !has(profile, "resume-only-after-suspend"));
  const kept = suspended || !has(profile, "data-only-after-suspend") ? withoutSession(standard, stored) : {};
  return {
    ...kept,
    [names.learner]: course.learner,
    [names.mode]: review ? "review" : "normal",
    [names.credit]: review ? "no-credit" : "credit",
    [names.entry]: resumes ? "resume" : begun ? "" : "ab-initio",
    ...(course.mastery === undefined ? {} : { [names.mastery]: course.mastery }),
  };
}

/** What belongs to one session only does not come back at the next launch. */
function withoutSession(standard: Standard, stored: Values): Values {
  const { exit, sessionTime } = ELEMENTS[standard];
  const once = [exit, sessionTime, "adl.nav.request"];
  return Object.fromEntries(Object.entries(stored).filter(([element]) => !once.includes(element)));
}

/** What the LMS holds after a commit of all values that a session had accepted. */
export function storedValues(profile: Profile, before: Values, accepted: Values): Values {
  return has(profile, "values-outlive-sessions") ? { ...before, ...accepted } : accepted;
}

/** What the LMS makes of the stored values when the session ends. */
export function finishValues(profile: Profile, standard: Standard, stored: Values, launch: Values): Values {
  const names = ELEMENTS[standard];
  const changed: Record<string, string> = { ...stored };
  const total = seconds(launch[names.totalTime] ?? "") + seconds(stored[names.sessionTime] ?? "");
  changed[names.totalTime] = timeText(standard, total);
  const status = stored[names.status] ?? "not attempted";
  if (has(profile, "not-attempted-becomes-completed") && status === "not attempted")
    changed[names.status] = "completed";
  const mastery = launch[names.mastery] ?? "";
  const raw = stored[names.raw] ?? "";
  const graded = launch[names.credit] === "credit" && mastery !== "" && raw !== "";
  if (has(profile, "mastery-decides-at-finish") && graded) {
    changed[names.status] = Number(raw) >= Number(mastery) ? "passed" : "failed";
  }
  return changed;
}

/** The learner's row in the gradebook. */
export interface Grade {
  readonly status: string;
  readonly success: string;
  /** In percent. */
  readonly score?: number;
}

export function gradeOf(profile: Profile, standard: Standard, stored: Values): Grade {
  const names = ELEMENTS[standard];
  const scaled = stored["cmi.score.scaled"];
  const percent =
    scaled === undefined || has(profile, "grade-is-raw") ? stored[names.raw] : String(Number(scaled) * 100);
  return {
    status: stored[names.status] ?? "",
    success: stored[names.success] ?? "",
    ...(percent === undefined ? {} : { score: Number(percent) }),
  };
}
