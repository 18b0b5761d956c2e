/** The learner's texts in English, and how a course's own texts take their place. */
import type { Text } from "./app.ts";

const english: Readonly<Record<string, string>> = {
  start: "Start",
  resume: "Resume",
  previous: "Previous",
  next: "Next",
  checkAnswer: "Check answer",
  startQuiz: "Start quiz",
  submitQuiz: "Submit quiz",
  tryAgain: "Try again",
  reviewAnswers: "Review answers",
  saveAndExit: "Save and exit",
  outline: "Outline",
  overview: "Overview",
  quizName: "Quiz: {title}",

  saved: "Saved",
  notSaved: "Not saved, retrying",
  lmsSays: "The LMS says: {text} ({code})",

  progress: "{done} of {all} done",
  read: "read",
  place: "Lesson {number} of {all}",
  quizNew: "Not started",
  quizOpen: "In progress",
  quizPassed: "Passed, {score}%",
  quizNotPassed: "Not passed, {score}%",

  left: "What is left",
  leftRead: "Read: {title}",
  leftQuiz: "Take the quiz: {title}",
  leftRetry: "Try the quiz again: {title}",
  leftNothing: "Everything here is done. Press “Save and exit” to leave.",

  introLength: "{count} questions",
  introLengthOne: "1 question",
  introPass: "Pass mark: {pass}%",
  introBegin: "Answers are saved as you go. You can leave and come back to the same questions.",
  attemptsAny: "As many attempts as you like",
  attemptsLeft: "{count} attempts left",
  attemptsLeftOne: "1 attempt left",
  attemptsNone: "No attempts left",
  "counts-best": "Your best attempt counts",
  "counts-latest": "Your latest attempt counts",
  "counts-first": "Your first attempt counts",
  "counts-mean": "The mean of your attempts counts",

  case: "Case",
  caseName: "Case: {text}",
  question: "Question {number} of {all}",
  questions: "Questions",
  jump: "Question {number}, not answered",
  jumpAnswered: "Question {number}, answered",
  answered: "{count} of {all} answered",
  checkName: "Check yourself",
  chooseFirst: "Choose an answer first.",

  unanswered: "{count} questions are not answered",
  unansweredOne: "1 question is not answered",
  unansweredHelp: "An unanswered question earns no points.",
  submitAnyway: "Submit anyway",
  goBack: "Go back",

  correct: "Correct",
  partly: "Partly correct",
  wrong: "Not correct",
  unansweredItem: "Not answered",
  notGraded: "Not graded",
  yourAnswer: "Your answer",
  correctAnswer: "Correct answer",
  yourAnswerIs: "Your answer: {text}",
  correctAnswerIs: "Correct answer: {text}",
  chooseOne: "Choose one",
  moveUp: "Move up: {text}",
  moveDown: "Move down: {text}",
  addPart: "Add: {text}",
  removePart: "Remove: {text}",
  partRemoved: "Removed: {text}",
  position: "{text}, {number} of {all}",
  parts: "Parts",
  noParts: "Nothing added yet",
  agree1: "Strongly disagree",
  agree2: "Disagree",
  agree3: "Neither agree nor disagree",
  agree4: "Agree",
  agree5: "Strongly agree",
  essayLeft: "{count} characters left",
  essayOver: "Too long by {count} characters: only the beginning is kept. Shorten your answer.",
  modelAnswer: "Model answer",
  rubric: "A good answer does this",
  gap: "Gap {number} of {all}: {text}",
  gapOne: "Gap: {text}",
  correctSpelling: "Correct spelling: {text}",
  numberAsk: "Do you mean {whole} or {decimal}? Type the one that you mean.",
  numberOnly: "Type a number only, such as {example}.",
  numberLong: "This number is too long: type at most 16 characters.",
  numberFigures: "Give {count} significant figures.",
  numberFiguresOne: "Give 1 significant figure.",
  doseZeros: "Write a dose as {better}: a zero before the point, none at the end. {text} is easily read as {misread}.",
  readAgain: "Read again: {title}",
  missed: "Worth reading again",

  result: "Result",
  score: "Score: {score}% (pass mark {pass}%)",
  passed: "Passed",
  notPassed: "Not passed",
  thisAttempt: "This attempt: {score}%",
  attemptOf: "Attempt {number} of {all}",
  attempt: "Attempt {number}",
  "explain-after-pass": "The answers are explained once you have passed.",
  "explain-never": "The answers of this quiz are not shown.",

  leaving: "You can close this page now",
  leavingSaved: "Your work is saved. When you open these lessons again, they continue where you left.",
  leavingUnsaved:
    "Your LMS has not confirmed that your work is saved. Keep this page open for a while, or tell your instructor.",
  leavingSaving: "Your work is being saved. Wait until this page says that it is saved.",
  leavingOff: "Nothing was recorded in this session.",

  receipt: "Your receipt",
  receiptHelp:
    "Your LMS has not saved your latest work yet. If it stays so, copy this code and send it to your instructor: it states what you reached today. It is no grade and no proof.",
  receiptCode: "Receipt code",

  alone:
    "No learning management system (LMS) was found, so nothing is recorded. You can read and try everything. For a grade, open these lessons in your course.",
  refused:
    "Your LMS did not start a session, so nothing is recorded. Close this page, open the activity again in your course, and tell your instructor if this text comes back.",
  browse:
    "Your LMS opened these lessons for a preview: nothing is recorded. For a grade, open the activity in normal mode, or ask your instructor how.",
  review:
    "Your LMS opened these lessons for review: nothing that you do now is recorded. If you should have another attempt, ask your instructor for one.",
  cleared:
    "Your LMS no longer has your earlier work, so the lessons start afresh. If you did not expect that, tell your instructor before you go on.",
  damaged:
    "Your earlier work could not be read, so the lessons start afresh. Tell your instructor; a score that your LMS already has stays there.",
  kept: "This device holds work that your LMS does not have. If your instructor gave you a new start, begin without it.",
  keptUse: "Continue with it",
  keptForget: "Begin without it",
  failed: "This page could not be loaded. Check your connection and try again.",
};

/** Texts by key; `{name}` takes a value, and `count: 1` takes the key's `…One` form where there is one. */
export function createText(own: Readonly<Record<string, string>> = {}): Text {
  const find = (key: string) => own[key] ?? english[key];
  return (key, values = {}) => {
    const text = (values.count === 1 ? find(`${key}One`) : undefined) ?? find(key) ?? key;
    return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
  };
}
