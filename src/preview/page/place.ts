/** Frames that are waited for until the learner is where the page was; about three seconds. */
const PATIENCE = 180;

/** The package's own window inside the LMS's frames. */
function packageIn(frame: HTMLIFrameElement): Window | undefined {
  return frame.contentWindow?.[0];
}

/**
 * Remembers how far the package's page was scrolled. The player itself returns to the lesson or question; call the result
 * after the package was opened again, and it scrolls there once the same page is back.
 */
export function rememberScroll(frame: HTMLIFrameElement): () => void {
  const before = packageIn(frame);
  const [title, top] = [before?.document.title, before?.scrollY ?? 0];
  const attempt = (left: number): void => {
    const page = packageIn(frame);
    const isBack = page !== undefined && page.document.readyState === "complete" && page.document.title === title;
    if (isBack) page.scrollTo({ top, behavior: "instant" });
    else if (left > 0) requestAnimationFrame(() => attempt(left - 1));
  };
  return () => {
    if (top > 0) attempt(PATIENCE);
  };
}
