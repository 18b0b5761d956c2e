/** HTML blocks of authors: sanitize-html keeps a list of elements and attributes, and all else is reported. Loaded on use. */
import sanitizeHtml from "sanitize-html";
import type { BlockSurroundings, SanitizeBlock } from "./author-html.ts";
import { escapeHtml } from "./html.ts";
import { linkCloseHtml } from "./links.ts";
import { report } from "./page-context.ts";

const TAGS = (
  "a abbr b bdi blockquote br caption cite code dd del details div dl dt em figcaption figure hr i img ins kbd li mark " +
  "ol p pre q s samp section small span strong sub summary sup table tbody td tfoot th thead tr u ul var"
).split(" ");
/** Their content is no text for learners. */
const DROPPED_WHOLE =
  "script style textarea option select xmp iframe object svg math noscript noembed noframes template title audio video".split(
    " ",
  );
const CELL = ["colspan", "rowspan"];
const ATTRIBUTES: Readonly<Record<string, string[]>> = {
  "*": ["lang", "dir"],
  abbr: ["title"],
  details: ["open"],
  ol: ["start", "reversed"],
  td: CELL,
  th: [...CELL, "scope"],
  // Authors may write these; their values are ours.
  a: ["href", "rel", "target"],
  img: ["src", "alt", "width", "height", "loading"],
};
/** HTML, 13.1.2: elements without an end tag, and those whose end tag may be left out. */
const ENDS_ITSELF =
  /^(area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|p|li|dt|dd|tr|td|th|thead|tbody|tfoot|caption|option)$/;

/** Sanitizes one HTML block as a whole. Images and links are resolved like those of Markdown; ids, classes and styles go. */
export const sanitizeBlock: SanitizeBlock = (html, around) => {
  const removed = removalsOf(html, around);
  const opened = new Map<string, number>();
  const closed = new Map<string, number>();
  const clean = sanitizeHtml(html, {
    allowedTags: TAGS,
    allowedAttributes: ATTRIBUTES,
    nonTextTags: DROPPED_WHOLE,
    parseStyleAttributes: false,
    onOpenTag(name, attributes) {
      const nth = count(opened, name);
      if (!TAGS.includes(name)) removed.tag(name, nth);
      else for (const key of Object.keys(attributes)) if (!isKept(name, key)) removed.attribute(name, key, nth);
    },
    onCloseTag(name, isImplied) {
      if (!isImplied) count(closed, name);
      else if (TAGS.includes(name) && !ENDS_ITSELF.test(name)) removed.unclosed(name);
    },
    transformTags: {
      a: (_name, attribs) => {
        const link = attribs.href === undefined ? undefined : around.link(attribs);
        return link ? { tagName: "a", attribs: link } : { tagName: "span", attribs: {} };
      },
      img: (_name, attribs) => ({ tagName: "img", attribs: around.image(attribs) }),
    },
  });
  removed.strayEnds(closed);
  removed.declarations();
  return finished(clean, around);
};

/** @returns how many came before. */
function count(counts: Map<string, number>, name: string): number {
  const before = counts.get(name) ?? 0;
  counts.set(name, before + 1);
  return before;
}

function isKept(name: string, key: string): boolean {
  return (
    ATTRIBUTES["*"]?.includes(key) === true ||
    (Object.hasOwn(ATTRIBUTES, name) && ATTRIBUTES[name]?.includes(key) === true)
  );
}

/** Tables scroll by themselves on narrow screens and links say where they lead, as those of Markdown do. */
function finished(clean: string, { page, tableLabel }: BlockSurroundings): string {
  return clean
    .replace(/(<a [^>]*target="_blank"[^>]*>[\s\S]*?)<\/a>/g, (_, link) => link + linkCloseHtml(true, page.words))
    .replace(/<table[ >]/g, (table) => {
      return `<div class="table-scroll" role="group" tabindex="0" aria-label="${escapeHtml(tableLabel())}">\n${table}`;
    })
    .replaceAll("</table>", "</table>\n</div>");
}

/** Notes what is left out, at its place in the block. */
function removalsOf(html: string, { page, line }: BlockSurroundings) {
  // Comments are left out without a word: nobody was to read them.
  const visible = html.replace(/<!--[\s\S]*?(?:-->|$)/g, (comment) => comment.replace(/[^\n]/g, " "));
  const tell = (match: RegExpExecArray | undefined, message: string, help: string) => {
    const needle = match?.[0] ?? "";
    const nth = needle === "" ? 0 : html.slice(0, match?.index).split(needle).length - 1;
    report(page, line, { code: "render/html-removed", severity: "warning", message, help, needle, nth });
  };
  const starts = (text: string) => [...visible.matchAll(new RegExp(`<${text}(?![\\w-])`, "gi"))];
  return {
    tag(name: string, nth: number) {
      tell(starts(literal(name))[nth], `The element <${name}> is left out.`, helpFor(name));
    },
    attribute(name: string, key: string, nth: number) {
      tell(starts(literal(name))[nth], `The attribute “${key}” of <${name}> is left out.`, ATTRIBUTE_HELP);
    },
    unclosed(name: string) {
      tell(starts(literal(name)).at(-1), `<${name}> is not closed, so it ends where its block ends.`, BLOCK_HELP);
    },
    strayEnds(closed: ReadonlyMap<string, number>) {
      for (const name of TAGS) {
        const ends = starts(`/${name}`);
        if (ends.length > (closed.get(name) ?? 0))
          tell(ends.at(-1), `</${name}> closes nothing and is left out.`, BLOCK_HELP);
      }
    },
    declarations() {
      for (const match of visible.matchAll(/<[?!]\S*/g))
        tell(match, `“${match[0]}” is left out.`, "Delete it: it says nothing to learners.");
    },
  };
}

const ATTRIBUTE_HELP =
  "Delete it: the theme decides how pages look, ids are the tool's own, and lessons run no scripts. docs/format.md lists what is kept.";
const BLOCK_HELP = "An HTML block ends at its first blank line: write the whole element without blank lines in it.";

function helpFor(name: string): string {
  if (/^h[1-6]$/.test(name))
    return "Write headings in Markdown, such as ## Heading, so that they stand in the outline.";
  if (name === "video" || name === "iframe") return "Show films with :::video, or link to the page that has it.";
  return "Write it in Markdown or with a directive, or delete it. docs/format.md lists the elements that are kept.";
}

function literal(text: string): string {
  return text.replace(/[^\w-]/g, "\\$&");
}
