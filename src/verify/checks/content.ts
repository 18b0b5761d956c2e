import { resolvePath } from "../scan/address.ts";
import type { Check, CheckCode } from "./check.ts";

/** Errors in what we make; warnings elsewhere, where a page may have its reasons. */
const ours = (code: string, summary: string, why: string): CheckCode => ({
  code,
  severity: "error",
  elsewhere: "warning",
  summary,
  why,
});

const POLICY = "A strict content security policy, as many LMSs have, stops it.";

const CODES: readonly CheckCode[] = [
  ours(
    "script/unload-listener",
    "Nothing listens to `unload` or `beforeunload`; `pagehide` and `visibilitychange` are fine.",
    "Browsers block or skip these events, so what waits for them is lost: grades above all.",
  ),
  ours("script/eval", "No script makes code from text.", POLICY),
  ours("script/document-write", "No script calls `document.write`.", "It wipes the page once that has loaded."),
  ours("script/dynamic-import", "No script calls `import()`.", "It fails from a folder and in strict LMSs."),
  ours("script/network", "No script fetches anything.", "Offline or behind a strict policy the page stays blank."),
  ours("script/dialog", "No script calls `alert`, `confirm` or `prompt`.", "Browsers suppress them in nested frames."),
  ours(
    "script/service-worker",
    "No script installs a service worker.",
    "It outlives the package and serves old files.",
  ),
  ours("script/inline-style", "No script sets a `style` attribute.", POLICY),
  ours("script/content", "Content scripts hold calls with JSON and nothing else.", "What is in them cannot be proven."),
  ours("page/inline-script", "No script stands in a page.", POLICY),
  ours("page/inline-handler", "No `onclick` and the like.", POLICY),
  ours("page/inline-style", "No `style` attribute or element.", POLICY),
  ours("page/javascript-url", "No `javascript:` address.", POLICY),
  ours("page/data-uri", "No `data:` address.", POLICY),
  ours("page/module-script", "No `type=module`, `integrity` or `crossorigin`.", "Scripts don't load from a folder."),
  ours(
    "page/external-request",
    "Pages load nothing from the network; links to other sites are fine.",
    "Offline the page is incomplete.",
  ),
];

/** Pages, scripts, style sheets and drawings work offline and under a strict policy. */
export const content: Check = {
  standards: "any",
  codes: CODES,
  *run({ scans }) {
    for (const [file, { faults }] of scans) {
      for (const { code, message, line, column } of faults) {
        const why = CODES.find((each) => each.code === code)?.why ?? "";
        yield { code, message, place: { file, line, column }, help: why };
      }
    }
  },
};

/** What pages refer to is there. */
export const references: Check = {
  standards: "any",
  codes: [
    ours(
      "reference/missing",
      "Every file that a page refers to is in the zip.",
      "Learners miss an image, a page or a script.",
    ),
  ],
  *run({ scans, paths }) {
    for (const [file, scan] of scans) {
      for (const { path, base, line, column } of scan.references) {
        const target = resolvePath(base, path);
        // An address that ends in a slash names a folder, which no package can serve.
        if (target !== undefined && paths.has(target)) continue;
        const message = `“${path}” is not in the zip.`;
        const help = "Add the file or correct the address; mind upper and lower case.";
        yield { code: "reference/missing", message, help, place: { file, line, column } };
      }
    }
  },
};
