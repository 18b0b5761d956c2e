/** A course's own accent: whether it can be read, and what follows from it. */
import { type Color, contrast, firstPassing, hex, mix, readColor } from "./color.ts";
import { type Mode, type Palette, THEMES, type ThemeName } from "./themes.ts";

/** Text needs 4.5:1 (WCAG 2.2, 1.4.3). Links and buttons are text, so their 3:1 (1.4.11) is reached as well. */
const TEXT = 4.5;
const BLACK: Color = [0, 0, 0];
const WHITE: Color = [255, 255, 255];

export interface Fault {
  /** The lowest contrast that the accent has with a ground of its theme. */
  readonly ratio: number;
  /** The nearest color of its hue that passes, as `#rrggbb`. */
  readonly nearest: string;
}

/** What is wrong with an accent in a mode; `undefined` when it can be read on every ground that it stands on. */
export function accentFault(name: ThemeName, mode: Mode, accent: string): Fault | undefined {
  const color = colorOf(accent);
  const palette = THEMES[name][mode];
  const ratio = lowest(color, palette);
  return ratio >= TEXT ? undefined : { ratio, nearest: hex(readable(color, mode, palette)) };
}

/** The accent's roles in a mode. Where the author gives a color for light pages alone, dark ones take the nearest that passes. */
export function accentRoles(name: ThemeName, mode: Mode, accent: string): Partial<Palette> {
  const palette = THEMES[name][mode];
  const color = readable(colorOf(accent), mode, palette);
  const ink = firstPassing(
    mode === "light" ? WHITE : mix(color, BLACK, 0.75),
    mode === "light" ? BLACK : WHITE,
    (text) => [color, strong(color, mode)].every((ground) => contrast(text, ground) >= TEXT),
  );
  return {
    accent: hex(color),
    "accent-strong": hex(strong(color, mode)),
    "accent-ink": hex(ink),
    "accent-ground": hex(tint(color, palette)),
  };
}

function readable(color: Color, mode: Mode, palette: Palette): Color {
  return firstPassing(color, mode === "light" ? BLACK : WHITE, (each) => lowest(each, palette) >= TEXT);
}

function lowest(color: Color, palette: Palette): number {
  const grounds = [colorOf(palette.ground), colorOf(palette.sunk), tint(color, palette)];
  return Math.min(...grounds.map((ground) => contrast(color, ground)));
}

const strong = (color: Color, mode: Mode): Color =>
  mix(color, mode === "light" ? BLACK : WHITE, mode === "light" ? 0.25 : 0.4);

const tint = (color: Color, palette: Palette): Color => mix(colorOf(palette.ground), color, 0.1);

function colorOf(text: string): Color {
  const color = readColor(text);
  if (color === undefined) throw new Error(`${text} is no color.`); // schemas and themes let none through
  return color;
}
