import type { Check, CheckCode } from "./check.ts";

const error = (code: string, summary: string, why: string): CheckCode => ({ code, severity: "error", summary, why });
const warning = (code: string, summary: string, why: string): CheckCode => ({
  code,
  severity: "warning",
  summary,
  why,
});

/** The zip itself; the findings are made while it is read. */
export const archive: Check = {
  standards: "any",
  codes: [
    error("zip/unreadable", "The file is a zip.", "No LMS can open anything else."),
    error("zip/trailing-data", "Nothing follows the end of the zip.", "Readers disagree about what the zip holds."),
    error(
      "zip/unsafe-path",
      "Names are relative, with `/` and without `..`.",
      "Files land outside their folder, or nowhere.",
    ),
    error("zip/duplicate-name", "Each name occurs once.", "Which of the two files learners get is chance."),
    error("zip/case-clash", "Names differ by more than case.", "Servers on Windows lose one of the files."),
    error("zip/symlink", "No entry is a link.", "LMSs refuse links or lose them."),
    error("zip/encrypted", "No entry is encrypted.", "No LMS can open it."),
    error("zip/unsupported-method", "Entries are stored or deflated.", "LMSs know no other compression."),
    error("zip/bomb", "Text unpacks to a sensible size.", "Unpacking it can stop a server."),
    error("zip/damaged", "Every entry can be unpacked.", "The import fails, or a page is missing."),
    error("zip/checksum", "Every entry matches its checksum.", "The file was changed or damaged on its way."),
    warning("zip/non-ascii-name", "Names use ASCII only.", "Some LMSs and servers cannot find other names."),
    warning("zip/unchecked-text", "Pages and scripts are at most 4 MiB.", "Larger ones are not looked into."),
  ],
  run: ({ archiveFindings }) => archiveFindings,
};
