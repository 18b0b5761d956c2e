// Libraries that ship no types of their own for the entry points that we use.
declare module "markdown-it-footnote" {
  import type { MarkdownIt } from "markdown-it";

  const plugin: (md: MarkdownIt) => void;
  export default plugin;
}
declare module "markdown-it-deflist" {
  import type { MarkdownIt } from "markdown-it";

  const plugin: (md: MarkdownIt) => void;
  export default plugin;
}
declare module "handlebars/runtime.js" {
  interface Runtime {
    create(): Runtime;
    template(spec: unknown): (context: object) => string;
    registerPartial(name: string, partial: (context: object) => string): void;
  }
  const Handlebars: Runtime;
  export default Handlebars;
}
