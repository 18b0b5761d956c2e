import type { App, Screen } from "../app.ts";
import { screenOf } from "./route.ts";

/** `#lesson-12`, `#lesson-12-a-heading`, `#quiz-3`, `#start`: addresses of screens; all others are places on the page. */
const ADDRESS = /^#(?:(lesson|quiz)-(\d+)(?:-(.+))?|start)$/;

/** Makes links to lessons and quizzes show their screens. */
export function followLinks(app: App, root: Document): void {
  root.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a[href^='#']") : null;
    const match = ADDRESS.exec(link?.getAttribute("href") ?? "");
    if (match === null) return;
    const [address, kind, ordinal, anchor] = match;
    const now = app.screen();
    // Within the lesson on screen the browser's own jump is right.
    if (anchor && now.at === "lesson" && now.lesson === Number(ordinal)) return;
    event.preventDefault();
    const screen: Screen = kind
      ? screenOf(app, { kind: kind === "quiz" ? "quiz" : "lesson", ordinal: Number(ordinal) })
      : { at: "start" };
    void app.go(screen).then(() => {
      // The lesson is on the page by the next frame.
      if (anchor) requestAnimationFrame(() => jump(root, address.slice(1)));
    });
  });
}

function jump(root: Document, id: string): void {
  const target = root.getElementById(id);
  if (target === null) return;
  target.setAttribute("tabindex", "-1");
  target.focus();
  target.scrollIntoView();
}
