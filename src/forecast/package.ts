/** Reads from a finished package what its grade follows from. Content scripts are read as JSON and never run. */
import { basename } from "node:path";
import { buffer } from "node:stream/consumers";
import { openPromise } from "yauzl";
import { type Outcome, settle } from "../diagnostics/diagnostic.ts";
import type { Plan, QuestionPool } from "../tracking/plan.ts";
import { quizzesOf } from "../tracking/standing.ts";
import type { Subject } from "./subject.ts";

const MANIFEST = "imsmanifest.xml";
const PLAN = "content/plan.js";
const NEEDED = /^(imsmanifest\.xml|content\/(plan|quiz-\d+)\.js)$/;
/** No plan or quiz of ours comes near; a larger entry is not unpacked. */
const LONGEST = 16 * 1024 * 1024;

/**
 * The plan, questions and manifest's pass mark of a package that this tool built.
 *
 * @returns `forecast/unreadable` for what is no zip, `forecast/not-ours` for a package without our content scripts.
 * @throws Error when the file cannot be read from disk.
 */
export async function readSubject(path: string): Promise<Outcome<Subject>> {
  const name = basename(path);
  const texts = await textsOf(path);
  if (texts instanceof Error) {
    const message = `“${name}” is no readable zip: ${texts.message}.`;
    return refused("forecast/unreadable", message, "Make the package or download it again.", name);
  }
  const plan = planIn(texts.get(PLAN));
  const pools = plan && quizzesOf(plan).map(({ src }) => poolIn(texts.get(src)));
  const manifest = texts.get(MANIFEST);
  if (!plan || !manifest || !pools?.every((pool) => pool !== undefined)) {
    const message = `“${name}” is no package that this tool built: it lacks our plan or questions.`;
    const help =
      "Build the course with “coursewright build”; other tools' packages can be checked with “coursewright verify”.";
    return refused("forecast/not-ours", message, help, name);
  }
  return settle({ plan, pools, ...gradedBy(manifest) }, []);
}

function refused(code: string, message: string, help: string, file: string): Outcome<Subject> {
  return { ok: false, notes: [{ code, severity: "error", message, help, place: { file } }] };
}

async function textsOf(path: string): Promise<ReadonlyMap<string, string> | Error> {
  try {
    const zip = await openPromise(path, { autoClose: false });
    try {
      const texts = new Map<string, string>();
      for await (const entry of zip.eachEntry()) {
        if (!NEEDED.test(entry.fileName) || entry.uncompressedSize > LONGEST) continue;
        texts.set(entry.fileName, (await buffer(await zip.openReadStreamPromise(entry))).toString("utf8"));
      }
      return texts;
    } finally {
      zip.close();
    }
  } catch (error) {
    if (error instanceof Error && !("syscall" in error)) return error;
    throw error;
  }
}

function planIn(script: string | undefined): Plan | undefined {
  const value = registered(script, "plan");
  const isPlan = value !== undefined && "identifier" in value && "modules" in value && "grading" in value;
  return isPlan ? (value as Plan) : undefined; // our own renderer wrote it, from this very type
}

function poolIn(script: string | undefined): QuestionPool | undefined {
  const value = registered(script, "quiz");
  return value !== undefined && "questions" in value ? (value as QuestionPool) : undefined; // written likewise
}

/** The value of a script of one call, `coursewright("plan", 0, …);`, as the renderer writes it. */
function registered(script: string | undefined, kind: string): object | undefined {
  const call = /^coursewright\("(\w+)", ?\d+, ?([\s\S]*)\);\s*$/.exec(script ?? "");
  if (call?.[1] !== kind) return undefined;
  try {
    const value: unknown = JSON.parse(call[2] ?? "");
    return typeof value === "object" && value !== null ? value : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** The standard, and the pass mark where the manifest has one; prefixes are literal, as Moodle demands them. */
function gradedBy(manifest: string): Pick<Subject, "standard" | "mastery"> {
  const standard = /<schemaversion>\s*1\.2\s*</.test(manifest) ? "scorm12" : "scorm2004";
  const element = standard === "scorm12" ? "adlcp:masteryscore" : "imsss:minNormalizedMeasure";
  const mastery = new RegExp(`<${element}>\\s*([\\d.]+)\\s*<`).exec(manifest)?.[1];
  return { standard, ...(mastery === undefined ? {} : { mastery }) };
}
