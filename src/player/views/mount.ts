/** Puts the player on the page that the build rendered, and shows what the app says. */
import type { App, Screen } from "../app.ts";
import { button, element } from "./element.ts";
import { leftView } from "./left.ts";
import { lessonView } from "./lesson.ts";
import { followLinks } from "./links.ts";
import { notices } from "./notices.ts";
import { outline } from "./outline.ts";
import { practiceView } from "./practice.ts";
import { quizView } from "./quiz.ts";
import { resultView } from "./result.ts";
import { reviewView } from "./review.ts";
import { saveState } from "./save-state.ts";
import { startView } from "./start.ts";
import type { Stage, View, ViewTypes } from "./view.ts";

/**
 * Shows the app on a page made by `templates/page.hbs`, and gives it back as one whose commands tell the learner when a
 * screen could not be loaded, and never reject.
 *
 * @throws Error when the page lacks `#banner`, `#outline`, `#content` or `#start`: it is not one of ours.
 */
export function mount(model: App, root: Document, views: ViewTypes): App {
  const said = element("p", { class: "notice", role: "alert", hidden: true });
  const app = telling(model, (failed) => {
    said.textContent = failed ? model.text("failed") : "";
    said.hidden = !failed;
  });
  const stage: Stage = { app, views };
  const start = startView(stage, find(root, "start"));
  const content = find(root, "content");
  const nav = outline(app, find(root, "outline"));
  const bar = banner(app, root);
  content.prepend(notices(app), said);
  const page = element("div", { class: "page" });
  content.append(page);
  let view: View = start;

  const build = async (screen: Screen): Promise<View> => {
    if (screen.at === "start") return start;
    if (screen.at === "left") return leftView(stage);
    if (screen.at === "lesson") return lessonView(stage, screen.lesson);
    if (screen.at === "review") return reviewView(stage, screen.quiz);
    if (screen.at === "practice") return practiceView(stage, screen.quiz);
    const open = screen.at === "quiz" && app.quiz(screen.quiz).status === "open";
    return (open && quizView(stage, screen.quiz, screen.item)) || resultView(stage, screen.quiz);
  };
  const show = async (focus: boolean): Promise<void> => {
    const screen = app.screen();
    const next = await build(screen);
    if (app.screen() !== screen) return; // the learner has gone on meanwhile
    view.close?.();
    view = next;
    start.node.hidden = view !== start;
    page.replaceChildren(...(view === start ? [] : [view.node]));
    update();
    root.title = titleOf(app, view);
    if (focus) focusHeading(view.heading);
  };
  const update = (): void => {
    nav.update();
    bar.update();
    view.update?.();
  };
  app.subscribe((what) => {
    if (what === "screen") void show(true);
    else update();
  });
  followLinks(app, root);
  void show(false);
  return app;
}

/** The app, with word to the learner when what a screen needs could not be loaded. */
function telling(app: App, tell: (failed: boolean) => void): App {
  const watch = (loading: Promise<void>): Promise<void> =>
    loading.then(
      () => tell(false),
      () => tell(true),
    );
  return {
    ...app,
    go: (screen) => watch(app.go(screen)),
    begin: (quiz, factor) => watch(app.begin(quiz, factor)),
    useKeptWork: (yes) => watch(app.useKeptWork(yes)),
  };
}

function find(root: Document, id: string): HTMLElement {
  const node = root.getElementById(id);
  if (node === null) throw new Error(`The page has no #${id}`);
  return node;
}

function titleOf({ plan }: App, { heading }: View): string {
  const title = heading.textContent?.trim() ?? "";
  return title === plan.title ? title : `${title} – ${plan.title}`;
}

/** The top of the page comes first, so that nothing above the heading stays out of sight. */
function focusHeading(heading: HTMLElement): void {
  heading.ownerDocument.defaultView?.scrollTo(0, 0);
  heading.focus();
}

/** Save state, Save and exit, and the button that opens the outline on narrow screens. */
function banner(app: App, root: Document): { update(): void } {
  const nav = find(root, "outline");
  const save = saveState(app);
  const exit = button(app.text("saveAndExit"), () => app.leave());
  const toggle = button(app.text("outline"), () => setOpen(toggle.getAttribute("aria-expanded") !== "true"));
  const setOpen = (open: boolean): void => {
    toggle.setAttribute("aria-expanded", String(open));
    nav.classList.toggle("is-open", open);
  };
  toggle.setAttribute("aria-controls", nav.id);
  toggle.classList.add("outline-toggle");
  setOpen(false);
  nav.hidden = false;
  nav.addEventListener("click", (event) => {
    if (event.target instanceof Element && event.target.closest("a")) setOpen(false);
  });
  const tools = element("div", { class: "tools" }, save.node, toggle, exit);
  find(root, "banner").append(tools);
  return {
    update() {
      save.update();
      const gone = app.screen().at === "left";
      nav.hidden = gone;
      exit.hidden = gone;
      toggle.hidden = gone;
    },
  };
}
