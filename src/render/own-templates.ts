/** A course's own Handlebars templates, in place of the tool's. Loaded for courses that have some. */
import Handlebars from "handlebars";
import type { Diagnostic, Place } from "../diagnostics/diagnostic.ts";
import { nearest } from "../diagnostics/nearest.ts";
import type { Templates } from "./templates.ts";

/** A template of the course; its path below `templates/` is that of the one it replaces. */
export interface OwnTemplate {
  readonly file: string;
  readonly text: string;
}

type Compiled = (context: object) => string;

const PARTIALS = "partials/";

/**
 * The tool's templates with a course's own in the place of those with the same path. They are strict: a name that the page does
 * not have is a mistake. All mistakes go to the notes, those of names when the template is used.
 *
 * @param names of the tool's templates
 */
export function overrideTemplates(
  base: Templates,
  names: readonly string[],
  own: readonly OwnTemplate[],
  notes: Diagnostic[],
): Templates {
  const compiled = new Map<string, Compiled>();
  const runtime = Handlebars.create();
  for (const { file, text } of own) {
    const name = nameOf(file);
    if (!names.includes(name)) notes.push(unknownTemplate(file, name, names));
    else if (isReadable(file, text, notes))
      compiled.set(name, guarded(file, runtime.compile(text, { strict: true }), notes));
  }
  const render: Templates["render"] = (name, context) => compiled.get(name)?.(context) ?? base.render(name, context);
  for (const name of names) {
    if (name.startsWith(PARTIALS))
      runtime.registerPartial(name.slice(PARTIALS.length), (context) => render(name, context));
  }
  return { render };
}

const nameOf = (file: string): string => file.replace(/^templates\//, "").replace(/\.hbs$/, "");

function isReadable(file: string, text: string, notes: Diagnostic[]): boolean {
  try {
    Handlebars.parse(text);
    return true;
  } catch (error) {
    // Every mistake in a template's syntax is thrown, with its line in the message.
    const message = messageOf(error);
    const line = Number(/line (\d+)/.exec(message)?.[1] ?? /(\d+):\d+$/.exec(message)?.[1] ?? 1);
    notes.push({
      code: "theme/template-syntax",
      severity: "error",
      message: `This template cannot be read: ${(message.split("\n").at(-1) ?? "").replace(/\.?$/, ".")}`,
      place: { file, line },
      help: "Every {{#block}} ends with its {{/block}}; compare it with the tool's own template.",
    });
    return false;
  }
}

/** Faults that are found when the page is made: strict Handlebars throws those of names with line and column. */
function guarded(file: string, template: Compiled, notes: Diagnostic[]): Compiled {
  return (context) => {
    try {
      return template(context);
    } catch (error) {
      const [, name = "", line, column] = /^"([^"]*)" not defined.* - (\d+):(\d+)$/s.exec(messageOf(error)) ?? [];
      if (line === undefined) {
        notes.push(otherFault(file, messageOf(error)));
        return "";
      }
      const place: Place = { file, line: Number(line), column: Number(column) + 1 };
      notes.push({
        code: "theme/template-name",
        severity: "error",
        message: `This page has no “${name}”.`,
        place,
        help: `Use one of: ${Object.keys(context).join(", ")}.`,
      });
      return "";
    }
  };
}

/** A helper or partial that there is not, or one that is called with the wrong values. */
function otherFault(file: string, message: string): Diagnostic {
  return {
    code: "theme/template-fault",
    severity: "error",
    message: `Nothing can be made of this template: ${message.replace(/\.?$/, ".")}`,
    place: { file },
    help: "Compare it with the tool's own template.",
  };
}

function unknownTemplate(file: string, name: string, names: readonly string[]): Diagnostic {
  const meant = nearest(name, names);
  return {
    code: "theme/unknown-template",
    severity: "error",
    message: `“${name}” takes the place of no template.`,
    place: { file },
    help: meant ? `Did you mean templates/${meant}.hbs?` : `Use one of: ${names.join(", ")}.`,
  };
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
