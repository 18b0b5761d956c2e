/** Work that takes less than this says nothing. In milliseconds. */
const PATIENCE = 1_000;

export interface Progress {
  readonly step: (what: string) => void;
  /** Takes the line away; needed before anything else is printed. */
  readonly clear: () => void;
}

/** One line on a terminal that says what is being done; without a terminal nothing is said. */
export function progressOn(write: ((text: string) => void) | undefined): Progress {
  if (!write) return { step: () => undefined, clear: () => undefined };
  let latest = "";
  let isShown = false;
  let timer: NodeJS.Timeout | undefined;
  // ECMA-48: carriage return, erase in line.
  const draw = (text: string) => write(`\r\u001b[K${text}`);
  return {
    step(what) {
      latest = what;
      if (isShown) return draw(latest);
      timer ??= setTimeout(() => {
        isShown = true;
        draw(latest);
      }, PATIENCE).unref();
    },
    clear() {
      clearTimeout(timer);
      timer = undefined;
      if (isShown) draw("");
      isShown = false;
    },
  };
}
