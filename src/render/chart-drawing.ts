/**
 * Points → SVG, by d3-scale and d3-shape. Classes and presentation attributes only: packages run under `default-src 'self'`,
 * and what is drawn in `currentColor` and classes follows dark mode, high contrast and paper.
 */
import { type ScaleLinear, scaleBand, scaleLinear, scalePoint } from "d3-scale";
import { line } from "d3-shape";
import type { Point } from "./chart-data.ts";
import { escapeHtml } from "./html.ts";

export type ChartType = "bar" | "line";

export interface Drawing {
  readonly type: ChartType;
  readonly points: readonly Point[];
  /** What a screen reader says instead of the picture. */
  readonly label: string;
  /** A value with its unit. */
  format(value: number): string;
}

/** The SVG of a chart. */
export type DrawChart = (drawing: Drawing) => string;

const WIDTH = 720;
const HEIGHT = 340;
const ROW = 34;
/** The mean width of a character at the chart's 13 px, from above. */
const CHARACTER = 8.6;
const TOP = 22;
const BOTTOM = 34;
/** Figures that differ by less are all drawn as the same. */
const SMALLEST = 1e-9;

/** Bars stand when each has room for its value and its name, and lie otherwise. */
export const drawChart: DrawChart = (drawing) => {
  if (drawing.type === "line") return drawLine(drawing);
  const { points, format } = drawing;
  const widest = longest(points.flatMap(({ x, y }) => [x, format(y)]));
  const room = (WIDTH - leftOf(drawing)) / points.length;
  return widest <= room ? drawStanding(drawing) : drawLying(drawing);
};

/** Bars are lengths, so their axis begins at zero; a line's does too, so that a slope is not made steeper than it is. */
function valueScale(points: readonly Point[]): ScaleLinear<number, number> {
  const values = points.map(({ y }) => y);
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  // A scale of no length has no place for anything.
  return scaleLinear([low, high - low < SMALLEST ? low + 1 : high], [0, 1]).nice(5);
}

function drawStanding(drawing: Drawing): string {
  const { points, format } = drawing;
  const left = leftOf(drawing);
  const y = valueScale(points).range([HEIGHT - BOTTOM, TOP]);
  const x = scaleBand<number>(points.keys(), [left, WIDTH]).padding(0.3);
  const bars = points.map((point, index) => {
    const [from, to] = [x(index) ?? 0, y(point.y)];
    const box = { x: from, y: Math.min(to, y(0)), width: x.bandwidth(), height: Math.abs(y(0) - to) };
    const middle = from + x.bandwidth() / 2;
    const above = point.y < 0 ? to + 14 : to - 6;
    return (
      bar(box, point) + text(middle, above, format(point.y), "middle") + text(middle, HEIGHT - 12, point.x, "middle")
    );
  });
  return svg(HEIGHT, drawing, [...gridLines(drawing, y, left), ...bars]);
}

function drawLying(drawing: Drawing): string {
  const { points, format } = drawing;
  const left = Math.min(longest(points.map(({ x }) => x)), WIDTH / 2);
  const right = longest(points.map(({ y }) => format(y)));
  const height = points.length * ROW + 8;
  const x = valueScale(points).range([left, WIDTH - right]);
  const y = scaleBand<number>(points.keys(), [4, height - 4]).padding(0.28);
  const bars = points.map((point, index) => {
    const to = x(point.y);
    const box = { x: Math.min(to, x(0)), y: y(index) ?? 0, width: Math.abs(to - x(0)), height: y.bandwidth() };
    const middle = box.y + y.bandwidth() / 2 + 4.5;
    return (
      bar(box, point) + text(left - 10, middle, point.x, "end") + text(Math.max(to, x(0)) + 8, middle, format(point.y))
    );
  });
  return svg(height, drawing, [rule("chart-axis", [x(0), 0, x(0), height]), ...bars]);
}

function drawLine(drawing: Drawing): string {
  const { points } = drawing;
  const left = leftOf(drawing);
  const y = valueScale(points).range([HEIGHT - BOTTOM, TOP]);
  const margin = longest(points.map(({ x }) => x)) / 2;
  const across = acrossOf(points, [left + margin, WIDTH - margin]);
  const path = line<Point>(across, ({ y: value }) => y(value)).digits(2)(points) ?? "";
  const step = Math.ceil((2 * margin * points.length) / (WIDTH - left));
  const marks = points.map((point, index) => {
    const shape = point.note === "" ? "chart-dot" : "chart-dot is-noted";
    const dot = `<circle class="${shape}" cx="${round(across(point, index))}" cy="${round(y(point.y))}" r="5"/>`;
    return dot + (index % step === 0 ? text(across(point, index), HEIGHT - 12, point.x, "middle") : "");
  });
  const curve = `<path class="chart-line" d="${path}" fill="none" stroke="currentColor"/>`;
  return svg(HEIGHT, drawing, [...gridLines(drawing, y, left), curve, ...marks]);
}

/** Where points stand: to scale when all are numbers that rise, else side by side. */
function acrossOf(points: readonly Point[], range: [number, number]): (point: Point, index: number) => number {
  const numbers = points.map(({ x }) => (x === "" ? Number.NaN : Number(x)));
  const first = numbers[0] ?? 0;
  const last = numbers.at(-1) ?? 0;
  if (numbers.length > 1 && numbers.every((value, index) => index === 0 || value > (numbers[index - 1] ?? value))) {
    const scale = scaleLinear([first, last], range);
    return ({ x }) => scale(Number(x));
  }
  const scale = scalePoint<number>(points.keys(), range);
  return (_point, index) => scale(index) ?? 0;
}

function gridLines({ format }: Drawing, y: ScaleLinear<number, number>, left: number): readonly string[] {
  return y.ticks(5).map((tick) => {
    const at = y(tick);
    return (
      rule(tick === 0 ? "chart-axis" : "chart-grid", [left, at, WIDTH, at]) +
      text(left - 8, at + 4.5, format(tick), "end")
    );
  });
}

function leftOf({ points, format }: Drawing): number {
  return longest(valueScale(points).ticks(5).map(format));
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function bar({ x, y, width, height }: Box, { note }: Point): string {
  const shape = note === "" ? "chart-bar" : "chart-bar is-noted";
  return `<rect class="${shape}" x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" rx="2"/>`;
}

function rule(kind: string, [x1, y1, x2, y2]: readonly [number, number, number, number]): string {
  return `<line class="${kind}" x1="${round(x1)}" y1="${round(y1)}" x2="${round(x2)}" y2="${round(y2)}" stroke="currentColor"/>`;
}

function text(x: number, y: number, words: string, anchor: "start" | "middle" | "end" = "start"): string {
  return `<text x="${round(x)}" y="${round(y)}" text-anchor="${anchor}">${escapeHtml(words)}</text>`;
}

/** Left to right also on pages that are not: text anchors would change sides with the direction. */
function svg(height: number, { label }: Drawing, parts: readonly string[]): string {
  const size = `viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}"`;
  return `<svg class="chart-drawing" ${size} role="img" aria-label="${escapeHtml(label)}" direction="ltr" fill="currentColor" font-size="13">${parts.join("")}</svg>\n`;
}

function longest(words: readonly string[]): number {
  return Math.max(...words.map((word) => word.length)) * CHARACTER + 12;
}

/** Hundredths of a pixel are never seen. */
function round(value: number): number {
  return Math.round(value * 100) / 100;
}
