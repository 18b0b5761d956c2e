import type { Random } from "./random.ts";

type Words = readonly [string, ...string[]];

const PEOPLE: Words = [
  "The medical assistant",
  "The provider",
  "A new colleague",
  "The nurse",
  "The front desk",
  "A careful student",
];
const ACTS: Words = [
  "checks",
  "records",
  "reports",
  "reviews",
  "prepares",
  "explains",
  "repeats",
  "confirms",
  "labels",
  "measures",
];
const THINGS: Words = [
  "the blood pressure",
  "the patient's name and date of birth",
  "the chart",
  "the specimen",
  "the exam room",
  "the consent form",
  "the reading",
  "the supply list",
  "the referral",
  "the pulse",
  "the temperature",
  "the order",
  "the allergy list",
  "the vaccine lot",
];
const TIMES: Words = [
  "before the visit begins",
  "after washing hands",
  "while the patient is seated",
  "at the end of the day",
  "within five minutes",
  "as the policy of the clinic says",
  "in plain words",
  "with a second person present",
  "without rushing",
  "when the provider asks",
];
const REASONS: Words = [
  "a small error early becomes a large one later",
  "the next person relies on what was written",
  "the law of the state asks for it",
  "patients remember how they were treated",
  "a reading out of range changes the plan",
  "equipment fails without warning",
  "nobody can act on a result that was never passed on",
  "trust is built in minutes and lost in seconds",
];
const TOPICS: Words = [
  "Preparing",
  "Measuring",
  "Recording",
  "Reporting",
  "Reviewing",
  "Explaining",
  "Cleaning",
  "Planning",
];
const FIELDS: Words = [
  "vital signs",
  "the exam room",
  "the chart",
  "specimens",
  "referrals",
  "supplies",
  "patient intake",
  "follow-up",
];

/** One English sentence of about 16 words; now and then with emphasis or strong text. */
export function sentence(random: Random): string {
  const thing = mark(random, random.pick(THINGS));
  const head = `${random.pick(PEOPLE)} ${random.pick(ACTS)} ${thing} ${random.pick(TIMES)}`;
  return random.below(3) === 0 ? `${head}.` : `${head}, because ${random.pick(REASONS)}.`;
}

function mark(random: Random, text: string): string {
  const kind = random.below(12);
  return kind === 0 ? `**${text}**` : kind === 1 ? `*${text}*` : text;
}

/** Sentences in a row. */
export function paragraph(random: Random, sentences: number): string {
  return Array.from({ length: sentences }, () => sentence(random)).join(" ");
}

/** Three or four words without Markdown. */
export function heading(random: Random): string {
  return `${random.pick(TOPICS)} ${random.pick(FIELDS)}`;
}

/** A sentence without Markdown that nothing else in the course repeats. */
export function statement(random: Random, tag: string): string {
  return `${random.pick(PEOPLE)} ${random.pick(ACTS)} ${random.pick(THINGS)} ${random.pick(TIMES)} (${tag}).`;
}
