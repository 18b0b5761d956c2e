import type { Reveal, ViewType } from "../view.ts";
import { type EssayKey, excess } from "./core.ts";

/** A text area that says how much room is left. */
export const essay: ViewType<EssayKey, string> = {
  bind(root, key, context) {
    const area = find(root, "textarea");
    const room = find(root, "[data-room]");
    const alarm = find(root, "[data-alarm]");
    const label = find(root, "[data-label]");
    label.textContent = context.text("yourAnswer");
    room.id = `${context.name}-room`;
    area.setAttribute("aria-describedby", room.id);
    area.value = context.response ?? "";
    const update = (): void => {
      const over = excess(area.value, key.limit);
      room.textContent = over > 0 ? "" : context.text("essayLeft", { count: -over });
      const said = over > 0 ? context.text("essayOver", { count: over }) : "";
      // A live region: told when it changes, so it stays still while the text fits.
      if (alarm.textContent !== said) alarm.textContent = said;
    };
    const tell = (pace: "now" | "soon"): void => {
      update();
      context.onChange(area.value.trim() === "" ? undefined : area.value, pace);
    };
    area.addEventListener("input", () => tell("soon"));
    area.addEventListener("change", () => tell("now"));
    update();
    const lock = (): void => {
      area.readOnly = true;
    };
    return {
      lock,
      reveal(response, how) {
        const given = document.createElement("span");
        given.className = "essay-given";
        given.textContent = response ?? how.text("unansweredItem");
        area.replaceWith(given);
        room.remove();
        alarm.remove();
        if (how.showKey) root.append(...explanation(key, how));
      },
    };
  },
};

function explanation({ model, rubric }: EssayKey, { text }: Reveal): readonly HTMLElement[] {
  const criteria = rubric?.map((criterion) => html("li", criterion));
  const list = document.createElement("ul");
  list.append(...(criteria ?? []));
  return [
    ...(model === undefined ? [] : [section(text("modelAnswer"), html("div", model))]),
    ...(criteria === undefined ? [] : [section(text("rubric"), list)]),
  ];
}

function section(title: string, content: HTMLElement): HTMLElement {
  const node = document.createElement("div");
  const head = document.createElement("p");
  node.className = "essay-key";
  head.className = "essay-head";
  head.textContent = title;
  node.append(head, content);
  return node;
}

function html(tag: "div" | "li", text: string): HTMLElement {
  const node = document.createElement(tag);
  node.innerHTML = text; // rendered by the build from the author's Markdown, raw HTML off or sanitized
  return node;
}

interface Parts {
  readonly textarea: HTMLTextAreaElement;
  readonly "[data-room]": HTMLElement;
  readonly "[data-alarm]": HTMLElement;
  readonly "[data-label]": HTMLElement;
}

/** @throws Error when `view.hbs` lacks a part. */
function find<Name extends keyof Parts>(root: HTMLElement, name: Name): Parts[Name] {
  const node = root.querySelector<Parts[Name]>(name);
  if (node === null) throw new Error(`The essay has no ${name}`);
  return node;
}
