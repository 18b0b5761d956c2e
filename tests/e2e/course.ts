/** A small course: two lessons and a quiz of five questions, pass mark 80, three attempts. */
import type { Answers } from "../support/learner.ts";

export const LESSONS = ["Hands and gloves", "Taking a pulse"] as const;
export const QUESTIONS = 5;

export const ANSWERS: Answers = {
  "comes first": { right: ["Hand hygiene"], wrong: "Gloves" },
  "are patient identifiers": { right: ["Full name", "Date of birth"], wrong: "Favorite color" },
  "may diagnose": { right: ["False"], wrong: "True" },
  "radial pulse": { right: ["At the thumb side of the wrist"], wrong: "At the neck" },
  "does the MA report": { right: ["The provider"], wrong: "Another patient" },
};

export const COURSE: Readonly<Record<string, string>> = {
  "course.yaml": `id: e2e-course
title: First days in the clinic
summary: A short course for tests.
language: en
version: "1"
lms: other
targets: [scorm12, scorm2004]
modules: [basics]
grading: { pass: 80, attempts: 3 }
packages: [module]
`,
  "basics/module.yaml": `title: First days
summary: Hands, gloves and a pulse.
objectives:
  - Clean your hands at the right moment.
minutes: 10
`,
  "basics/01-hands.md": `---
title: Hands and gloves
id: hands
minutes: 5
---

Clean hands come before clean gloves.

:::note[Remember]
Gloves do not replace hand hygiene.
:::

| Moment | What to do |
| --- | --- |
| Before contact | Clean your hands |
| After contact | Clean your hands again |

:::check
## What do you do before contact?

- [x] Clean your hands
- [ ] Shake hands -- Not before they are clean.

> Hand hygiene comes first.
:::
`,
  "basics/02-pulse.md": `---
title: Taking a pulse
id: pulse
minutes: 5
---

Count for a full minute when the rhythm is irregular. See [hands and gloves](01-hands.md).

## Where

The radial pulse is at the thumb side of the wrist.
`,
  "basics/quiz.md": `## Which comes first? {#first-step lesson=hands}

- [x] Hand hygiene
- [ ] Gloves -- Gloves go on clean hands.
- [ ] A mask

> Hand hygiene comes before gloves.

## Which are patient identifiers? {#identifiers}

- [x] Full name
- [x] Date of birth
- [ ] Favorite color

## A medical assistant may diagnose when the provider is away. {#diagnose}

- [ ] True -- Diagnosis is the provider's alone.
- [x] False

## Where is the radial pulse? {#radial lesson=pulse}

- [x] At the thumb side of the wrist
- [ ] At the neck
- [ ] Behind the knee

## To whom does the MA report a reading? {#report}

- [x] The provider
- [ ] Another patient

> The provider assesses.
`,
};
