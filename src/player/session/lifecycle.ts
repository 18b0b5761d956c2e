import type { ActiveClock } from "../platform.ts";

/** The little that saving asks of a window. */
export interface PageFrame {
  readonly document: {
    readonly visibilityState: string;
    addEventListener(type: "visibilitychange", listener: () => void): void;
  };
  addEventListener(type: "pagehide" | "pageshow", listener: (event: { readonly persisted: boolean }) => void): void;
}

/** What happens to a page, as far as saving is concerned. */
export interface Lifecycle {
  /** It may never be shown again, and no further event is certain. */
  hide(): void;
  /** It is gone for good. */
  close(): void;
  /** It is back. */
  show(): void;
}

/**
 * Listens to a page's own events, and stops its active clock while nobody sees it. No `unload` or `beforeunload`: browsers
 * skip them on phones and inside frames, and they keep a page out of the back-forward cache.
 */
export function attachLifecycle(page: PageFrame, clock: ActiveClock, on: Lifecycle): void {
  const { document } = page;
  if (document.visibilityState === "hidden") clock.pause();
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") {
      on.hide();
      clock.pause();
    } else {
      clock.resume();
      on.show();
    }
  });
  page.addEventListener("pagehide", (event) => {
    clock.pause();
    if (event.persisted) on.hide();
    else on.close();
  });
  page.addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    clock.resume();
    on.show();
  });
}
