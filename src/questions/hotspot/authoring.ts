import type { AuthoringType, DeliveredQuestion, RenderedImage, RenderKit } from "../authoring.ts";
import { plain } from "../plain.ts";
import { type HotspotKey, hasOneAnswer } from "./core.ts";
import { type HotspotSpec, hotspotSchema, type Region, regionProblems } from "./schema.ts";
import { boxOf, byPosition, pathOf } from "./shape.ts";

/** Regions on a picture, each with a control of its own beside it. */
export const hotspot: AuthoringType<HotspotSpec> = {
  name: "hotspot",
  schema: hotspotSchema,
  keys: ["image", "alt", "regions"],
  problems: ({ regions }) => regionProblems(regions),
  shape: () => "hotspot",
  parts: ({ regions }) => regions.map(({ id, text }) => (id === undefined ? { text } : { id, text })),
  texts: ({ image, regions }) => [
    { path: ["image"], text: image },
    ...regions.flatMap((region, index) =>
      textsOf(region).map(({ key, text }) => ({ path: ["regions", index, key], text })),
    ),
  ],
  deliver(question, kit) {
    const { picture, regions } = draw(question, kit);
    const key: HotspotKey = { choices: regions.map(({ choice }) => choice) };
    return { key, view: { ...picture, control: hasOneAnswer(key) ? "radio" : "checkbox" } };
  },
  answers: (question, kit) =>
    draw(question, kit).regions.map(({ letter, choice: { right }, name, why }) => {
      return { kind: right ? "right" : "wrong", html: `<b>${letter}</b>: ${name}`, ...(why !== undefined && { why }) };
    }),
  picture: (question, kit) => draw(question, kit).picture,
};

/** The picture with its regions. Letters follow it from top to bottom, so that the author's order gives nothing away. */
function draw({ spec: { image, alt, regions: all }, parts }: DeliveredQuestion<HotspotSpec>, kit: RenderKit) {
  const picture = kit.image(image, 0) ?? { src: "", width: 1, height: 1 };
  const numbered = withTexts(all);
  for (const { region, first } of numbered) if (picture.src !== "") checkInside(region, first, picture, kit);
  const regions = numbered
    .map(({ region, first }, index) => renderRegion(region, first, parts[index] ?? index, kit))
    .sort((a, b) => byPosition(a.shape, b.shape))
    .map((each, index) => ({ ...each, letter: String.fromCharCode(65 + index) }));
  const marks = regions.map((each) => ({ ...mark(each, picture), letter: each.letter }));
  return { picture: { ...picture, alt, regions: marks }, regions };
}

interface RegionText {
  readonly key: "right" | "wrong" | "where" | "why";
  readonly text: string;
}

function textsOf({ right, text, where, why }: Region): readonly RegionText[] {
  return [
    { key: right ? "right" : "wrong", text },
    ...(where === undefined ? [] : [{ key: "where", text: where } as const]),
    ...(why === undefined ? [] : [{ key: "why", text: why } as const]),
  ];
}

/** Each region with the index of its first text; the picture's path is text 0. */
function withTexts(regions: readonly Region[]) {
  let next = 1;
  return regions.map((region) => {
    const first = next;
    next += textsOf(region).length;
    return { region, first };
  });
}

function checkInside({ shape, text }: Region, at: number, { width, height }: RenderedImage, kit: RenderKit): void {
  const { left, top, right, bottom } = boxOf(shape);
  if (left >= 0 && top >= 0 && right <= width && bottom <= height) return;
  kit.report(
    {
      code: "region-outside",
      message: `The region “${text}” reaches beyond the picture, which is ${width} × ${height} pixels.`,
      help: "Count in pixels of the picture as it was drawn, from its upper left corner.",
    },
    at,
  );
}

function renderRegion({ shape, right, text, where, why }: Region, first: number, ordinal: number, kit: RenderKit) {
  const name = kit.inline(text, first);
  const place = where === undefined ? "" : kit.inline(where, first + 1);
  const feedback = why === undefined ? {} : { why: kit.inline(why, first + (where === undefined ? 1 : 2)) };
  return { shape, where: place, name, ...feedback, choice: { o: ordinal, right, text: plain(name), ...feedback } };
}

/** A region drawn: its outline in pixels of the picture, and in percent the middle of its upper edge, above which its letter stands. */
function mark({ shape, where, choice }: ReturnType<typeof renderRegion>, { width, height }: RenderedImage) {
  const { left, right, top } = boxOf(shape);
  const percent = (part: number, whole: number): number => Math.round((part * 10_000) / whole) / 100;
  return {
    ordinal: choice.o,
    where,
    path: pathOf(shape),
    x: percent((left + right) / 2, width),
    y: percent(top, height),
  };
}
