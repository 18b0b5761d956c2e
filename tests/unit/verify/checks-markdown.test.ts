import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { checksMarkdown } from "../../../src/verify/index.ts";

const path = fileURLToPath(new URL("../../../docs/checks.md", import.meta.url));

test("docs/checks.md is up to date (write it with `npx vitest run -u`)", async () => {
  await expect(checksMarkdown()).toMatchFileSnapshot(path);
});
