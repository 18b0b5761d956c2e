/** Colors of the sRGB space and their contrast, by WCAG 2.2. */

/** Red, green and blue, each 0 to 255. */
export type Color = readonly [number, number, number];

const HEX = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i;

/** A color written as `#rgb` or `#rrggbb`; `undefined` for anything else. */
export function readColor(text: string): Color | undefined {
  const digits = HEX.exec(text)?.[1];
  if (digits === undefined) return undefined;
  const long = digits.length === 3 ? [...digits].map((digit) => digit + digit).join("") : digits;
  const part = (at: number) => Number.parseInt(long.slice(at, at + 2), 16);
  return [part(0), part(2), part(4)];
}

/** A color as `#rrggbb`. */
export function hex(color: Color): string {
  return `#${color.map((part) => Math.round(part).toString(16).padStart(2, "0")).join("")}`;
}

/** The contrast ratio of two colors, 1 to 21 (WCAG 2.2, “contrast ratio”). */
export function contrast(one: Color, other: Color): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

/** WCAG 2.2, “relative luminance”. */
function luminance(color: Color): number {
  const [red = 0, green = 0, blue = 0] = color.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** `share` (0 to 1) of the second color in the first. */
export function mix(one: Color, other: Color, share: number): Color {
  const part = (at: 0 | 1 | 2) => Math.round(one[at] + (other[at] - one[at]) * share);
  return [part(0), part(1), part(2)];
}

/** The first color on the way from one to another, in steps of a hundredth, that passes; the other when none does. */
export function firstPassing(from: Color, to: Color, passes: (color: Color) => boolean): Color {
  for (let step = 0; step < 100; step += 1) {
    const color = mix(from, to, step / 100);
    if (passes(color)) return color;
  }
  return to;
}
