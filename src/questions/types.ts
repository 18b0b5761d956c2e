/**
 * The question types, one line each: the name of the folder, which is also the word that authors write.
 * `npm run build:tool` generates the registries (`registry.*.ts`) from this list.
 */
export const QUESTION_TYPES = [
  "single",
  "multiple",
  "true-false",
  "blank",
  "numeric",
  "matching",
  "ordering",
  "categorize",
  "build",
  "hotspot",
  "scenario",
  "likert",
  "essay",
] as const;
