/** A picture and its regions as the author writes them. */
import * as z from "zod";
import type { SpecProblem } from "../authoring.ts";
import type { Shape } from "./shape.ts";

/** One region. */
export interface Region {
  /** What is there, in words: told with the feedback. */
  readonly text: string;
  readonly right: boolean;
  readonly shape: Shape;
  /** Says where it is without naming it, for whoever cannot see the picture. */
  readonly where?: string;
  /** Feedback for whoever chose it. */
  readonly why?: string;
  readonly id?: string;
}

export interface HotspotSpec {
  /** Relative to the module's folder. */
  readonly image: string;
  readonly alt: string;
  readonly regions: readonly Region[];
}

const words = z.string().trim().min(1, { error: "is empty." });

const coordinate = z.string().transform((text, context) => {
  if (/^\d{1,5}(\.\d{1,3})?$/.test(text)) return Number(text);
  const params = { help: "Count in pixels of the picture, from its upper left corner: 120 or 120.5." };
  context.addIssue({ code: "custom", message: `is “${text}”, which is no place in a picture.`, params });
  return z.NEVER;
});
const coordinates = z.array(coordinate);

interface Shapes {
  readonly circle?: readonly number[];
  readonly rectangle?: readonly number[];
  readonly polygon?: readonly number[];
}

const NUMBERS = {
  circle: "`circle: [x, y, radius]`",
  rectangle: "`rectangle: [left, top, right, bottom]`",
  polygon: "`polygon: [x, y, x, y, x, y]` with three corners or more",
} as const;

/** The shape of a region, or what is wrong with it. */
function readShape({ circle, rectangle, polygon }: Shapes): Shape | { readonly wrong: keyof typeof NUMBERS } {
  if (circle) {
    const [x, y, radius = 0] = circle;
    if (circle.length !== 3 || x === undefined || y === undefined || radius <= 0) return { wrong: "circle" };
    return { kind: "circle", x, y, radius };
  }
  if (rectangle) {
    const [left = 0, top = 0, right = 0, bottom = 0] = rectangle;
    if (rectangle.length !== 4 || right <= left || bottom <= top) return { wrong: "rectangle" };
    return { kind: "rectangle", left, top, right, bottom };
  }
  const list = polygon ?? [];
  if (list.length < 6 || list.length % 2 === 1) return { wrong: "polygon" };
  const corners = Array.from(
    { length: list.length / 2 },
    (_, at) => [list[2 * at] ?? 0, list[2 * at + 1] ?? 0] as const,
  );
  return { kind: "polygon", corners };
}

const region = z
  .strictObject({
    right: words.exactOptional(),
    wrong: words.exactOptional(),
    circle: coordinates.exactOptional(),
    rectangle: coordinates.exactOptional(),
    polygon: coordinates.exactOptional(),
    where: words.exactOptional(),
    why: words.exactOptional(),
    id: z
      .string()
      .regex(/^[A-Za-z][A-Za-z0-9._-]*$/, "A region's id is letters, digits, `-`, `_`, `.`, starting with a letter.")
      .exactOptional(),
  })
  .transform(({ right, wrong, circle, rectangle, polygon, ...rest }, context): Region => {
    const refuse = (message: string, help: string) => {
      context.addIssue({ code: "custom", message, params: { help } });
      return z.NEVER;
    };
    if ((right === undefined) === (wrong === undefined)) {
      return refuse("A region is either `right: …` or `wrong: …`.", "Write one of them, with what is there.");
    }
    const kinds = [circle, rectangle, polygon].filter((shape) => shape !== undefined);
    if (kinds.length !== 1) {
      const count = kinds.length === 0 ? "no shape" : "several shapes";
      return refuse(`This region has ${count}.`, `Write one of ${Object.values(NUMBERS).join(", ")}.`);
    }
    const shape = readShape({
      ...(circle && { circle }),
      ...(rectangle && { rectangle }),
      ...(polygon && { polygon }),
    });
    if ("wrong" in shape) {
      return refuse(
        `These numbers make no ${shape.wrong}.`,
        `Write ${NUMBERS[shape.wrong]}, in pixels of the picture.`,
      );
    }
    return { text: right ?? wrong ?? "", right: right !== undefined, shape, ...rest };
  });

/** As many regions as there are letters for them. */
export const hotspotSchema = z.object({
  image: words,
  alt: words,
  regions: z
    .array(region)
    .min(2, "A hotspot question needs at least two regions.")
    .max(26, "A hotspot question can have at most 26 regions."),
});

/** What no schema says of one region. */
export function regionProblems(regions: readonly Region[]): readonly SpecProblem[] {
  const path = (index: number) => ["regions", index, regions[index]?.right ? "right" : "wrong"] as const;
  const none = {
    code: "no-right-region",
    path: ["regions"],
    message: "No region is marked as right.",
    help: "Write `right:` at each right region.",
  };
  return [
    ...(regions.some(({ right }) => right) ? [] : [{ ...none, severity: "error" as const }]),
    ...twins(
      regions.map(({ text }) => text.replace(/\s+/g, " ")),
      "text",
      path,
    ),
    ...twins(
      regions.map(({ id }) => id),
      "id",
      (index) => ["regions", index, "id"],
    ),
    ...twins(
      regions.map(({ shape }) => JSON.stringify(shape)),
      "shape",
      (index) => ["regions", index, regions[index]?.shape.kind ?? ""],
    ),
  ];
}

function* twins(
  values: readonly (string | undefined)[],
  what: "text" | "id" | "shape",
  pathOf: (index: number) => readonly (string | number)[],
): Generator<SpecProblem> {
  for (const [index, value] of values.entries()) {
    const first = values.indexOf(value);
    if (value === undefined || first === index) continue;
    yield {
      code: `duplicate-region${what === "text" ? "" : `-${what}`}`,
      severity: "error",
      path: pathOf(index),
      message: `Regions ${first + 1} and ${index + 1} have the same ${what}.`,
      help: `Give each region ${what === "id" ? "an id" : `a ${what}`} of its own.`,
    };
  }
}
