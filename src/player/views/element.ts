type Attribute = string | boolean | undefined;
export type Child = Node | string | undefined;

/** A new element. `true` writes an empty attribute, `false` and `undefined` none. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, Attribute>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.filter((child) => child !== undefined));
  return node;
}

/** An element around HTML that the build rendered from the author's Markdown, raw HTML off or sanitized. */
export function fromHtml<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, Attribute>>,
  html: string,
): HTMLElementTagNameMap[Tag] {
  const node = element(tag, attributes);
  node.innerHTML = html;
  return node;
}

/** A button; `primary` is the one that leads on. */
export function button(label: string, press: () => void, kind: "primary" | "plain" = "plain"): HTMLButtonElement {
  const node = element("button", { type: "button", class: kind === "primary" ? "button primary" : "button" }, label);
  node.addEventListener("click", press);
  return node;
}
