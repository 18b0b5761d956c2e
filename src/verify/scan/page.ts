import { classify } from "./address.ts";
import { type HtmlAttribute, type HtmlTag, htmlTags } from "./html.ts";
import { type Fault, scriptFaults } from "./script.ts";
import { addressFault, type Link, scanStyle } from "./style.ts";

export interface PageScan {
  readonly faults: readonly Fault[];
  readonly links: readonly Link[];
  /** What `<meta name="generator">` says. */
  readonly generator?: string;
}

/** Attributes that make a browser load or go to something. */
const ADDRESSES = new Set([
  "src",
  "href",
  "xlink:href",
  "poster",
  "data",
  "action",
  "formaction",
  "srcset",
  "background",
]);
/** Following these is the learner's own act; going to another site by a link is fine. */
const FOLLOWED = new Set(["a", "area"]);
/** Script types that browsers do not run (HTML 4.12.1: data blocks). */
const DATA_BLOCK = /json|^text\/(template|x-|plain)/i;

/**
 * The faults and links of a page, or of HTML out of a content script. A drawing in a file of its own (`drawing`) may have
 * styles and embedded images: it is shown as an image, to which the page's policy does not apply.
 */
export function scanPage(text: string, kind: "page" | "drawing" = "page"): PageScan {
  const faults: Fault[] = [];
  const links: Link[] = [];
  let generator: string | undefined;
  for (const tag of htmlTags(text)) {
    faults.push(...tagFaults(tag));
    if (kind === "page") faults.push(...styleFaults(tag));
    for (const attribute of tag.attributes.filter(({ name }) => ADDRESSES.has(name))) {
      const found = readAddress(tag.name, attribute, kind);
      faults.push(...found.faults);
      links.push(...found.links);
    }
    if (tag.name === "style") links.push(...shift(scanStyle(tag.raw), tag.offset).links);
    if (tag.name === "meta" && attributeValue(tag, "name")?.toLowerCase() === "generator")
      generator = attributeValue(tag, "content");
  }
  return generator === undefined ? { faults, links } : { faults, links, generator };
}

function tagFaults(tag: HtmlTag): readonly Fault[] {
  const faults: Fault[] = [];
  const add = (code: string, message: string, offset = tag.offset) => faults.push({ code, message, offset });
  if (tag.name === "script" && tag.raw.trim() !== "" && !DATA_BLOCK.test(attributeValue(tag, "type") ?? "")) {
    add("page/inline-script", "A script stands in the page itself.");
    faults.push(...scriptFaults(tag.raw).map((fault) => ({ ...fault, offset: tag.offset })));
  }
  for (const { name, value, offset } of tag.attributes) {
    if (/^on(before)?unload$/.test(name))
      add("script/unload-listener", `“${name}” is used; browsers may never send this event.`, offset);
    else if (/^on[a-z]+$/.test(name)) add("page/inline-handler", `The attribute “${name}” holds a script.`, offset);
    if (
      name === "integrity" ||
      name === "crossorigin" ||
      (name === "type" && tag.name === "script" && value === "module")
    ) {
      add("page/module-script", `“${name}” keeps a script from loading without a server that plays along.`, offset);
    }
  }
  return faults;
}

function styleFaults(tag: HtmlTag): readonly Fault[] {
  const code = "page/inline-style";
  if (tag.name === "style") return [{ code, message: "A <style> element stands in the page.", offset: tag.offset }];
  return tag.attributes
    .filter(({ name }) => name === "style")
    .map(({ offset }) => ({ code, message: `<${tag.name}> has a style attribute.`, offset }));
}

function readAddress(element: string, { name, value, offset }: HtmlAttribute, kind: "page" | "drawing") {
  const faults: Fault[] = [];
  const links: Link[] = [];
  const addresses = name === "srcset" ? value.split(",").map((part) => part.trim().split(/\s+/)[0] ?? "") : [value];
  for (const written of addresses) {
    const address = classify(written);
    if (address.kind === "relative") links.push({ path: address.path, offset });
    else if (address.kind === "other") continue;
    else if (address.kind === "external" && FOLLOWED.has(element)) continue;
    else if (address.kind === "data" && kind === "drawing") continue;
    else faults.push({ ...addressFault(address.kind, written), offset });
  }
  return { faults, links };
}

function shift<T extends { readonly links: readonly Link[] }>(
  found: T,
  offset: number,
): { readonly links: readonly Link[] } {
  return { links: found.links.map((link) => ({ ...link, offset })) };
}

function attributeValue(tag: HtmlTag, name: string): string | undefined {
  return tag.attributes.find((attribute) => attribute.name === name)?.value;
}
