/** The short form of a scenario that branches: one scene under each `##` heading, as in `:::scenario`. */
import type { Noted } from "../diagnostics/diagnostic.ts";
import { type Entry, type Node, type Placed, placed } from "./placed.ts";
import { type Choice, choiceNode, entry, feedbackApart, list, type TextNode, text } from "./quiz-nodes.ts";
import { note, type Reader, readSections, type Section, trimmedBlock } from "./quiz-sections.ts";

/**
 * Reads a scenario. The value is what `quiz.yaml` would hold: a map with `questions`, of which there is one.
 *
 * @param title its words; line 0 is the one before `source`
 * @param firstLine the line of the file on which `source` begins
 */
export function readScenarioMarkdown(
  source: string,
  title: TextNode,
  { file, firstLine }: { readonly file: string; readonly firstLine: number },
): Noted<Placed> {
  const reader: Reader = { file, firstLine, notes: [] };
  const { opening, sections } = readSections(source, reader);
  if (title.text === "") {
    const help = "Write it in brackets: `:::scenario[A call at 8:10]`.";
    note(reader, "scenario-without-title", title.at, "This scenario branches and has no title.", help);
  }
  const { at } = title;
  const before = trimmedBlock(opening, 1);
  const entries = new Map([
    ["type", entry(text("scenario", at))],
    ["stem", entry(text(title.text || "Scenario", at))],
    // Practice says how much of the way was right.
    ["scoring", entry(text("per-option", at))],
    ...(before ? [["opening", entry(before)] as const] : []),
    [
      "scenes",
      entry(
        list(
          sections.map((section) => scene(section, reader)),
          at,
        ),
      ),
    ],
  ]);
  const root = entry(list([{ kind: "map", entries, at }], at));
  return {
    value: placed({ kind: "map", entries: new Map([["questions", root]]), at }, file, firstLine),
    notes: reader.notes,
  };
}

function scene({ at, title, attributes, body, choices, quote }: Section, reader: Reader): Node {
  const { id, ...others } = Object.fromEntries(attributes);
  if (quote) {
    const help = "Write it behind a choice, after ` -- `.";
    note(reader, "scene-rationale", quote.at, "A scene has no rationale.", help);
  }
  const entries = new Map<string, Entry>([
    ...Object.entries(others),
    ...(id ? [["scene", id] as const] : []),
    ...(title.text === "" ? [] : [["title", entry(title)] as const]),
    ...(body ? [["text", entry(body)] as const] : []),
    ...(choices.length > 0 ? [["choices", entry(list(choices.map(choice), at))] as const] : []),
  ]);
  return { kind: "map", entries, at };
}

/** What stands after the last ` -> ` of the choice's words is the name of the next scene. */
function choice(written: Choice): Node {
  const parted = feedbackApart(written);
  const { label } = parted;
  const arrow = /\s+->\s+(\S+)$/.exec(label.text);
  if (!arrow) return choiceNode(parted);
  const [whole, name = ""] = arrow;
  const lines = label.text.slice(0, label.text.length - name.length).split("\n");
  const column = (lines.length === 1 ? label.at.column : 3) + (lines.at(-1)?.length ?? 0);
  const to = text(name, { line: label.at.line + lines.length - 1, column });
  const node = choiceNode({ ...parted, label: text(label.text.slice(0, -whole.length), label.at) });
  return { ...node, entries: new Map([...node.entries, ["to", entry(to)]]) };
}
