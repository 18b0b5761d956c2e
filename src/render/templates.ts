import Handlebars from "handlebars/runtime.js";

/** The compiled templates by name: "page", "lesson", "question/single". */
export interface Templates {
  /** @throws Error when there is no such template, or the context lacks a name that it uses (templates are strict). */
  render(name: string, context: object): string;
}

/** Turns the specifications that the tool's build precompiled into templates; those under `partials/` also become partials. */
export function createTemplates(specs: Readonly<Record<string, unknown>>): Templates {
  const runtime = Handlebars.create();
  const compiled = new Map(Object.entries(specs).map(([name, spec]) => [name, runtime.template(spec)]));
  for (const [name, template] of compiled) {
    if (name.startsWith("partials/")) runtime.registerPartial(name.slice("partials/".length), template);
  }
  return {
    render(name, context) {
      const template = compiled.get(name);
      if (template === undefined) throw new Error(`There is no template ${JSON.stringify(name)}.`);
      return template(context);
    },
  };
}
