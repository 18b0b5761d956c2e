import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { oneAtATime, watchFolder } from "../../../src/preview/watch.ts";

test("asked for while it runs, it runs once more and never twice at a time", async () => {
  const open: (() => void)[] = [];
  let most = 0;
  let running = 0;
  const run = vi.fn(async () => {
    running += 1;
    most = Math.max(most, running);
    await new Promise<void>((resolve) => open.push(resolve));
    running -= 1;
  });
  const ask = oneAtATime(run);
  const first = ask();
  ask();
  ask();
  expect(run).toHaveBeenCalledTimes(1);
  open[0]?.();
  await vi.waitFor(() => expect(run).toHaveBeenCalledTimes(2));
  open[1]?.();
  await first;
  expect(run).toHaveBeenCalledTimes(2);
  expect(most).toBe(1);
  const third = ask();
  open[2]?.();
  await third;
  expect(run).toHaveBeenCalledTimes(3);
});

test("a change of the course is noticed, one of a dotfile is not", async () => {
  const root = await mkdtemp(join(tmpdir(), "coursewright-watch-"));
  const onChange = vi.fn();
  const watch = await watchFolder(root, onChange);
  await writeFile(join(root, ".hidden.md"), "x");
  await writeFile(join(root, "01-first.md"), "x");
  await vi.waitFor(() => expect(onChange).toHaveBeenCalled(), { timeout: 10_000 });
  const calls = onChange.mock.calls.length;
  await writeFile(join(root, ".hidden.md"), "y");
  await writeFile(join(root, "02-second.md"), "x");
  await vi.waitFor(() => expect(onChange.mock.calls.length).toBe(calls + 1), { timeout: 10_000 });
  await watch.close();
  await rm(root, { recursive: true });
});
