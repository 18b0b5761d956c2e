/** The English words that pages carry beside the author's own. */
export const words = {
  skip: "Skip to the content",
  outline: "Course outline",
  start: "Start",
  noScript:
    "These lessons need JavaScript, so that your answers can be recorded. Turn it on in your browser and reload the page.",
  objectives: "What you will learn",
  lessonObjectives: "After this lesson you can",
  terms: "Key terms",
  sources: "Sources",
  reviewed: "Last reviewed:",
  minutes: (minutes: number) => `About ${minutes} ${minutes === 1 ? "minute" : "minutes"}`,
  note: "Note",
  scenario: "Scenario",
  figureSource: "Source:",
  footnotes: "Notes",
  backToText: "Back to the text",
  newTab: "(opens in a new tab)",
  table: (number: number, columns: string) => (columns === "" ? `Table ${number}` : `Table ${number}: ${columns}`),
} as const;
