import { expect, test } from "vitest";
import { runningText } from "../../../src/prose/running-text.ts";

test("paragraphs, items, quotes and callouts are running text", () => {
  const text = [
    "## A heading\n\nOne line\nand its next.\n\n- First item\n- Second **item**\n  goes on",
    "> A quote\n\n:::note[Its label]\nInside.\n:::\n\n1. Numbered",
  ].join("\n\n");
  expect(runningText(text)).toEqual([
    ...["One line and its next.", "First item", "Second item goes on"],
    ...["A quote", "Inside.", "Numbered"],
  ]);
});

test("tables, code, formulas, checks, pictures and definitions of links are not", () => {
  const text = `| a | b |
|---|---|
| c | d |

\`\`\`
code
:::check
\`\`\`

:::math
x + y
:::

:::check
## Which?
- [x] This

Inside.
:::

![A picture](a.svg){decorative}

[home]: https://example.org

***

Left.`;
  expect(runningText(text)).toEqual(["Left."]);
});

test("the scenes of a scenario are, their choices are not", () => {
  const text = ":::scenario[A call]\n## It rings.\n\nAt 8:10.\n\n- [x] Answer -> end -- So.\n- [ ] Wait -> end\n:::";
  expect(runningText(text)).toEqual(["At 8:10."]);
});

test("links give their words, markup and addresses nothing", () => {
  const text =
    "See *the* [next `lesson`](02-day.md#top) or [home][h][^1], :math[\\frac{1}{2}] of <https://example.org>.";
  expect(runningText(text)).toEqual(["See the next lesson or home,  of ."]);
  expect(runningText("The Dr\\. said so.")).toEqual(["The Dr. said so."]);
});

test("an unclosed check hides the rest", () => {
  expect(runningText("Before.\n\n::::check\n:::\n\nAfter.")).toEqual(["Before."]);
});
