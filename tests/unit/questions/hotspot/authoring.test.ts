import { expect, test } from "vitest";
import { hotspot } from "../../../../src/questions/hotspot/authoring.ts";
import type { Shape } from "../../../../src/questions/hotspot/shape.ts";
import { boxOf, byPosition, pathOf } from "../../../../src/questions/hotspot/shape.ts";
import { kit } from "../kit.ts";

const WRIST = { right: "Radial artery", circle: ["120", "80", "20"] };
const ELBOW = { wrong: "Brachial artery", rectangle: ["10", "20", "50", "40"] };
const NECK = { wrong: "Carotid artery", polygon: ["100", "10", "140", "10", "120.5", "30"] };
const parse = (...regions: object[]) => hotspot.schema.parse({ image: "assets/arm.svg", alt: "An arm", regions });

/** What is delivered beside a picture of 200 × 100 pixels, with what was asked for and reported. */
function deliver(spec: ReturnType<typeof parse>, parts: readonly number[] = spec.regions.map((_, at) => at + 1)) {
  const asked: [text: string, index: number][] = [];
  const reported: [code: string, index: number][] = [];
  const note = (text: string, index: number): string => {
    asked.push([text, index]);
    return text;
  };
  const delivery = hotspot.deliver(
    { spec, parts, stem: "Where?" },
    {
      ...kit,
      inline: note,
      image: (path, index) => {
        note(path, index);
        return { src: "media/arm.svg", width: 200, height: 100 };
      },
      report: ({ code }, index) => void reported.push([code, index]),
    },
    0,
  );
  return { ...delivery, asked, reported };
}

test("reads the three shapes as HTML's image maps write them", () => {
  expect(parse(WRIST, ELBOW, NECK).regions.map(({ shape }) => shape)).toEqual([
    { kind: "circle", x: 120, y: 80, radius: 20 },
    { kind: "rectangle", left: 10, top: 20, right: 50, bottom: 40 },
    {
      kind: "polygon",
      corners: [
        [100, 10],
        [140, 10],
        [120.5, 30],
      ],
    },
  ]);
});

test.each<[string, object, string]>([
  ["neither right nor wrong", { circle: ["1", "1", "1"] }, "either `right: …` or `wrong: …`"],
  ["both", { right: "A", wrong: "A", circle: ["1", "1", "1"] }, "either `right: …` or `wrong: …`"],
  ["no shape", { right: "A" }, "has no shape"],
  ["two shapes", { right: "A", circle: ["1", "1", "1"], rectangle: ["1", "1", "2", "2"] }, "has several shapes"],
  ["a circle of two numbers", { right: "A", circle: ["1", "1"] }, "make no circle"],
  ["a circle without extent", { right: "A", circle: ["1", "1", "0"] }, "make no circle"],
  ["a rectangle given by its size", { right: "A", rectangle: ["90", "80", "20", "10"] }, "make no rectangle"],
  ["a polygon of two corners", { right: "A", polygon: ["1", "1", "2", "2"] }, "make no polygon"],
  ["a polygon with half a corner", { right: "A", polygon: ["1", "1", "2", "2", "3", "3", "4"] }, "make no polygon"],
  ["a number in words", { right: "A", circle: ["one", "1", "1"] }, "no place in a picture"],
  ["a negative number", { right: "A", circle: ["-1", "1", "1"] }, "no place in a picture"],
  ["an empty name", { right: " ", circle: ["1", "1", "1"] }, "is empty"],
])("refuses a region with %s", (_name, region, message) => {
  const { error } = hotspot.schema.safeParse({ image: "a.svg", alt: "An arm", regions: [region, ELBOW] });
  expect(error?.issues.map((issue) => issue.message).join()).toContain(message);
});

test("refuses a picture without a text, one region, and more regions than letters", () => {
  const refused = (data: object): boolean => !hotspot.schema.safeParse(data).success;
  expect(refused({ image: "a.svg", regions: [WRIST, ELBOW] })).toBe(true);
  expect(refused({ alt: "An arm", regions: [WRIST, ELBOW] })).toBe(true);
  expect(refused({ image: "a.svg", alt: "An arm", regions: [WRIST] })).toBe(true);
  expect(refused({ image: "a.svg", alt: "An arm", regions: Array.from({ length: 27 }, () => WRIST) })).toBe(true);
});

test("finds regions that cannot be told apart, and that none is right", () => {
  const codes = (...regions: object[]) =>
    hotspot.problems(parse(...regions), "").map(({ code, path }) => `${path.join(".")} ${code}`);
  expect(codes(WRIST, ELBOW, NECK)).toEqual([]);
  expect(codes(ELBOW, NECK)).toEqual(["regions no-right-region"]);
  expect(codes(WRIST, { ...ELBOW, wrong: "Radial  artery" })).toEqual(["regions.1.wrong duplicate-region"]);
  expect(codes({ ...WRIST, id: "a" }, { ...ELBOW, id: "a" })).toEqual(["regions.1.id duplicate-region-id"]);
  expect(codes(WRIST, { wrong: "Ulnar artery", circle: WRIST.circle })).toEqual([
    "regions.1.circle duplicate-region-shape",
  ]);
});

test("letters follow the picture from top to bottom and give nothing away", () => {
  const { view, key } = deliver(parse({ ...WRIST, where: "At the wrist" }, ELBOW, NECK), [4, 5, 6]);
  expect(view).toMatchObject({
    src: "media/arm.svg",
    width: 200,
    height: 100,
    alt: "An arm",
    control: "radio",
    regions: [
      { letter: "A", ordinal: 6, x: 60, y: 10, where: "" },
      { letter: "B", ordinal: 5, x: 15, y: 20, where: "" },
      { letter: "C", ordinal: 4, x: 60, y: 60, where: "At the wrist" },
    ],
  });
  expect(JSON.stringify(view)).not.toContain("artery");
  expect(key).toEqual({
    choices: [
      { o: 6, right: false, text: "Carotid artery" },
      { o: 5, right: false, text: "Brachial artery" },
      { o: 4, right: true, text: "Radial artery" },
    ],
  });
});

test("several right regions are ticked", () => {
  expect(deliver(parse(WRIST, ELBOW, { right: "Neck", circle: ["9", "9", "9"] })).view).toMatchObject({
    control: "checkbox",
  });
});

test("texts name the path of every author text, at the index by which deliver asks for it", () => {
  const spec = parse({ ...WRIST, where: "Below", why: "Yes" }, { ...ELBOW, why: "No" }, { ...NECK, where: "Above" });
  const { asked } = deliver(spec);
  const texts = hotspot.texts(spec);
  expect(asked.sort((a, b) => a[1] - b[1]).map(([text]) => text)).toEqual(texts.map(({ text }) => text));
  expect(texts.map(({ path }) => path.join("."))).toEqual([
    "image",
    "regions.0.right",
    "regions.0.where",
    "regions.0.why",
    "regions.1.wrong",
    "regions.1.why",
    "regions.2.wrong",
    "regions.2.where",
  ]);
});

test("a region beyond the picture is reported at its own place, one on its edge is not", () => {
  const { reported } = deliver(
    parse(
      { right: "In", rectangle: ["0", "0", "200", "100"] },
      { ...WRIST, right: "Out", circle: ["120", "90", "11"] },
    ),
  );
  expect(reported).toEqual([["region-outside", 2]]);
});

test("a missing picture, which the renderer reports, is reported once", () => {
  const reported: string[] = [];
  const lost = { ...kit, report: ({ code }: { code: string }) => void reported.push(code) };
  hotspot.deliver({ spec: parse(WRIST, ELBOW), parts: [1, 2], stem: "Where?" }, lost, 0);
  expect(reported).toEqual([]);
});

test("shapes have boxes, paths and an order", () => {
  const circle: Shape = { kind: "circle", x: 10, y: 10, radius: 4 };
  const square: Shape = { kind: "rectangle", left: 2, top: 6, right: 6, bottom: 8 };
  const corner: Shape = {
    kind: "polygon",
    corners: [
      [3, 1],
      [5, 1],
      [4, 9],
    ],
  };
  expect(boxOf(circle)).toEqual({ left: 6, top: 6, right: 14, bottom: 14 });
  expect(boxOf(corner)).toEqual({ left: 3, top: 1, right: 5, bottom: 9 });
  expect(pathOf(circle)).toBe("M6 10a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z");
  expect(pathOf(square)).toBe("M2 6H6V8H2z");
  expect(pathOf(corner)).toBe("M3 1L5 1L4 9z");
  expect([circle, square, corner].sort(byPosition)).toEqual([corner, square, circle]);
});
