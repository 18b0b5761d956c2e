/** Where things stand in a manifest (IMS Content Packaging 1.1.x, as both SCORM standards profile it). */
import { classify, resolvePath } from "./scan/address.ts";
import { attributeOf, childrenOf, walk, type XmlElement } from "./xml.ts";

/** `organizations/organization`. */
export function organizationsIn(manifest: XmlElement): readonly XmlElement[] {
  return childrenOf(childrenOf(manifest, "organizations")[0], "organization");
}

/** Every item of every organization. */
export function itemsIn(manifest: XmlElement): readonly XmlElement[] {
  return organizationsIn(manifest).flatMap((organization) =>
    [...walk(organization)].filter(({ local }) => local === "item"),
  );
}

/** `resources/resource`. */
export function resourcesIn(manifest: XmlElement): readonly XmlElement[] {
  return childrenOf(childrenOf(manifest, "resources")[0], "resource");
}

/** What a message calls an element: its title, or its identifier. */
export function nameOf(element: XmlElement): string {
  const title = childrenOf(element, "title")[0]?.text;
  return title || attributeOf(element, "identifier") || `<${element.local}>`;
}

/** A file that a resource names. */
export interface ListedFile {
  readonly href: string;
  /** From the package's root; absent when the address leads elsewhere. */
  readonly path?: string;
  readonly element: XmlElement;
}

/** The `<file>` elements of a resource with their paths. */
export function filesOf(manifest: XmlElement, resource: XmlElement): readonly ListedFile[] {
  return childrenOf(resource, "file").map((element) => listed(manifest, resource, element));
}

/** What a resource launches; `undefined` when it has no href. */
export function launchOf(manifest: XmlElement, resource: XmlElement): ListedFile | undefined {
  return attributeOf(resource, "href", "") === undefined ? undefined : listed(manifest, resource, resource);
}

function listed(manifest: XmlElement, resource: XmlElement, element: XmlElement): ListedFile {
  const href = attributeOf(element, "href", "") ?? "";
  const address = classify(href);
  if (address.kind !== "relative") return { href, element };
  // xml:base counts from the outside in (XML Base, section 4).
  const bases = [manifest, childrenOf(manifest, "resources")[0], resource].map((each) =>
    each ? (attributeOf(each, "base", "xml") ?? "") : "",
  );
  const path = resolvePath("", bases.join("") + address.path);
  return path === undefined ? { href, element } : { href, path, element };
}
