import { watch } from "chokidar";

export interface Watch {
  close(): Promise<void>;
}

/** Editors and version control write several files at once; what changes within so many milliseconds is one change. */
const COMPANY = 30;

/** Calls back after every change below a folder, once it is being watched. Dotfiles and `node_modules` are no part of a course. */
export async function watchFolder(root: string, onChange: () => void): Promise<Watch> {
  const watcher = watch(root, {
    ignoreInitial: true,
    ignored: (path) => /(^|[\\/])(\.[^\\/]+|node_modules)([\\/]|$)/.test(path.slice(root.length)),
  });
  let timer: NodeJS.Timeout | undefined;
  watcher.on("all", () => {
    clearTimeout(timer);
    timer = setTimeout(onChange, COMPANY);
  });
  await new Promise<void>((resolve) => {
    watcher.once("ready", () => resolve());
  });
  return {
    async close() {
      clearTimeout(timer);
      await watcher.close();
    },
  };
}

/** One run at a time: asked for while it runs, it runs once more afterwards. */
export function oneAtATime(run: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  let again = false;
  const rounds = async (): Promise<void> => {
    do {
      again = false;
      await run();
    } while (again);
    running = undefined;
  };
  return () => {
    again = running !== undefined;
    running ??= rounds();
    return running;
  };
}
