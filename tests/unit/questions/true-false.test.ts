import { expect, test } from "vitest";
import { single } from "../../../src/questions/single/view.ts";
import { trueFalse } from "../../../src/questions/true-false/view.ts";

const key = { choices: [1, 0].map((o) => ({ o, right: o === 1, text: `${o}` })) };

/** A list that notes in which order its rows are put. */
function list() {
  const order: number[] = [];
  const rows = new Map(
    key.choices.map(({ o }) => [
      `[data-choice="${o}"]`,
      {
        parentElement: { append: () => order.push(o) },
        querySelector: () => ({ addEventListener: () => {}, name: "", checked: false }),
      },
    ]),
  );
  // The view asks its root for nothing but these rows.
  return { root: { querySelector: (selector: string) => rows.get(selector) } as unknown as HTMLElement, order };
}

const orders = (view: typeof trueFalse) =>
  Array.from({ length: 20 }, (_, seed) => {
    const { root, order } = list();
    view.bind(root, key, {
      response: undefined,
      seed,
      shuffle: true,
      explains: false,
      name: "q",
      text: (word) => word,
      onChange: () => {},
    });
    return order.join();
  });

test("true stands before false, also where choices are mixed", () => {
  expect(new Set(orders(trueFalse))).toEqual(new Set(["1,0"]));
  expect(new Set(orders(single)).size).toBe(2);
});
