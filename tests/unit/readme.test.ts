import { spawnSync } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const readme = (await readFile(join(root, "README.md"), "utf8")).replaceAll("\r\n", "\n");
const [listing = "", ...calls] = [...readme.matchAll(/^```\n([\s\S]*?)^```$/gm)].map(([, block]) => block ?? "");

/** The listing's files; a line `# path` begins each. */
function filesOf(text: string): ReadonlyMap<string, string> {
  const [, ...parts] = text.split(/^# (\S+\/\S+)\n/m);
  return new Map(parts.flatMap((path, at) => (at % 2 === 0 ? [[path, parts[at + 1] ?? ""] as const] : [])));
}

/** Sizes change with the player, and the README need not. */
const withoutFigures = (text: string): string =>
  text.replace(/ +\d+ KB/g, " N KB").replace(/state \d+ of/g, "state N of");

describe("the README's example", () => {
  let folder = "";
  const files = filesOf(listing);

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "coursewright-"));
    for (const [path, text] of files) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  function run(call: string) {
    const [, args = "", output] = /^\$ coursewright (.*)\n([\s\S]*)$/.exec(call) ?? [];
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      [join(root, "dist/tool/cli.js"), ...args.split(" ")],
      {
        cwd: folder,
        encoding: "utf8",
      },
    );
    return { printed: `${stderr}${stdout}`, promised: output, status };
  }

  test("builds as it says", () => {
    const { printed, promised, status } = run(calls[0] ?? "");
    expect(withoutFigures(printed.trim())).toBe(withoutFigures(promised?.trim() ?? ""));
    expect(status).toBe(0);
  });

  test("reports the unmarked answer as it says", async () => {
    const quiz = "hello/pulse/quiz.md";
    await writeFile(join(folder, quiz), files.get(quiz)?.replace("[x]", "[ ]") ?? "");
    const { printed, promised, status } = run(calls[1] ?? "");
    expect(printed.trim()).toBe(promised?.trim());
    expect(status).toBe(1);
  });
});
