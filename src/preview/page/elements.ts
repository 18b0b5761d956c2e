/** The element with an id that host.html promises. */
export function byId(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`The page has no element #${id}.`);
  return element;
}

/** An element with text or children. Text is never read as HTML. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Partial<HTMLElementTagNameMap[K]> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

/** A select's options by value; the chosen one stays chosen when it still exists. Hidden while there is no choice. */
export function offer(select: HTMLSelectElement, options: readonly { value: string; text: string }[]): void {
  const chosen = select.value;
  select.replaceChildren(...options.map(({ value, text }) => make("option", { value }, text)));
  if (options.some(({ value }) => value === chosen)) select.value = chosen;
}

/** A form's select by its name. */
export function selectIn(form: HTMLElement, name: string): HTMLSelectElement {
  const select = form.querySelector<HTMLSelectElement>(`select[name="${name}"]`);
  if (select === null) throw new Error(`The page has no choice of ${name}.`);
  return select;
}
