/** The themes that ship: colors by role, for light and dark. `clinic` repeats `templates/theme/tokens.css`, and a test says so. */

export type ThemeName = "clinic" | "paper";
export type Mode = "light" | "dark";

/** Custom properties by name without their dashes. */
export type Palette = Readonly<Record<Role, string>>;

const ROLES = [
  "ground",
  "sunk",
  "ink",
  "quiet",
  "line",
  "edge",
  "accent",
  "accent-strong",
  "accent-ink",
  "accent-ground",
  "good",
  "good-ground",
  "bad",
  "bad-ground",
  "mind",
  "mind-ground",
  "story",
  "story-ground",
] as const;

export type Role = (typeof ROLES)[number];

export interface Theme {
  readonly light: Palette;
  readonly dark: Palette;
  /** Properties that are no colors. */
  readonly other: Readonly<Record<string, string>>;
}

export const SERIF = 'Charter, "Iowan Old Style", "Palatino Linotype", Georgia, "Noto Serif", "DejaVu Serif", serif';

export const THEMES: Readonly<Record<ThemeName, Theme>> = {
  clinic: {
    light: palette(
      "#fff #f4f6f8 #1a2530 #4d5a66 #d6dce2 #71808e #0b5a8a #084368 #fff #e8f2f9 #17633a #e7f5ec #a1232b #fdeeee #744600 #fff4dd #573d8c #f3effa",
    ),
    dark: palette(
      "#141b22 #1c252e #e7ecf1 #afbac5 #34414d #8494a3 #84c5f2 #b3dcf8 #06263a #17303f #86d9a6 #163323 #ffa3a3 #3d1d20 #f3c974 #362a11 #cdb8f7 #2a2240",
    ),
    other: {},
  },
  paper: {
    light: palette(
      "#fdfaf3 #f5efe2 #2b2620 #5c5346 #e0d6c3 #857a68 #8a3b12 #672b0c #fffaf2 #f8eadd #17633a #e9f3e4 #a1232b #fbeae6 #744600 #fcefd3 #573d8c #f1ecf6",
    ),
    dark: palette(
      "#1d1a16 #27231d #efe8dc #bdb3a3 #443d33 #9a8f7e #f0a878 #f7c9a8 #3a1a06 #3a2a1f #8fd6a4 #1f3324 #ffa8a0 #40211e #f0c878 #392c14 #d2bdf3 #2e2640",
    ),
    other: { "font-heading": SERIF, radius: "0.35rem" },
  },
};

/** A palette from its colors in the order of the roles. */
function palette(colors: string): Palette {
  const values = colors.split(" ");
  return Object.fromEntries(ROLES.map((role, index) => [role, values[index] ?? ""])) as Palette; // one for each role
}
