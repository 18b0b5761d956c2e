import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { accentFault, accentRoles } from "../../../src/theme/accent.ts";
import { contrast, hex, readColor } from "../../../src/theme/color.ts";
import { themeStyle } from "../../../src/theme/stylesheet.ts";
import { type Role, THEMES } from "../../../src/theme/themes.ts";

const ratio = (one: string, other: string) => contrast(readColor(one) ?? [0, 0, 0], readColor(other) ?? [0, 0, 0]);
const MODES = ["light", "dark"] as const;
const NAMES = ["clinic", "paper"] as const;
const color = fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255)).map(hex);

/** Ink on ground; every pair stands somewhere in the theme's style sheets. */
const TEXT: readonly (readonly [Role, Role])[] = [
  ...(["ground", "sunk", "accent-ground", "good-ground", "bad-ground", "mind-ground", "story-ground"] as const).map(
    (ground) => ["ink", ground] as const,
  ),
  ["quiet", "ground"],
  ["quiet", "sunk"],
  ["accent", "ground"],
  ["accent", "sunk"],
  ["accent", "accent-ground"],
  ["accent-strong", "ground"],
  ["accent-ink", "accent"],
  ["accent-ink", "accent-strong"],
  ["good", "good-ground"],
  ["bad", "bad-ground"],
  ["bad", "ground"],
  ["mind", "mind-ground"],
  ["story", "story-ground"],
];

test.each(NAMES.flatMap((name) => MODES.map((mode) => [name, mode] as const)))("%s can be read, %s", (name, mode) => {
  const palette = THEMES[name][mode];
  const low = TEXT.filter(([ink, ground]) => ratio(palette[ink], palette[ground]) < 4.5);
  expect(low).toEqual([]);
  expect(ratio(palette.edge, palette.ground)).toBeGreaterThanOrEqual(3);
});

test("black on white is 21 to 1", () => {
  expect(ratio("#000", "#ffffff")).toBeCloseTo(21, 5);
  expect(ratio("#777777", "#fff")).toBeCloseTo(4.48, 2);
});

test("the player's own tokens are those of clinic", () => {
  const css = readFileSync(new URL("../../../templates/theme/tokens.css", import.meta.url), "utf8");
  const [light = "", dark = ""] = css.split("@media");
  for (const [text, palette] of [[light, THEMES.clinic.light] as const, [dark, THEMES.clinic.dark] as const]) {
    const found = Object.fromEntries([...text.matchAll(/--([\w-]+): (#\w+);/g)].map(([, key, value]) => [key, value]));
    expect(found).toEqual(palette);
  }
});

test("whatever the accent, its roles can be read in both modes", () => {
  fc.assert(
    fc.property(color, fc.constantFrom(...NAMES), fc.constantFrom(...MODES), (accent, name, mode) => {
      const palette = { ...THEMES[name][mode], ...accentRoles(name, mode, accent) };
      for (const [ink, ground] of TEXT.filter(([one, other]) => `${one} ${other}`.includes("accent"))) {
        expect(ratio(palette[ink], palette[ground]), `${ink} on ${ground}`).toBeGreaterThanOrEqual(4.5);
      }
    }),
  );
});

test("the color that a finding names passes, and a color that passes is kept", () => {
  fc.assert(
    fc.property(color, fc.constantFrom(...NAMES), fc.constantFrom(...MODES), (accent, name, mode) => {
      const fault = accentFault(name, mode, accent);
      if (fault === undefined) expect(accentRoles(name, mode, accent).accent).toBe(accent);
      else expect(accentFault(name, mode, fault.nearest)).toBeUndefined();
    }),
  );
});

test("the theme that the player carries needs no style sheet", () => {
  expect(themeStyle({ name: "clinic", font: { kind: "system" } })).toBe("");
});

test("paper has its own colors for light and dark, and headings with serifs", () => {
  const css = themeStyle({ name: "paper", font: { kind: "system" } });
  expect(css).toContain("--ground:#fdfaf3");
  expect(css).toMatch(/@media \(prefers-color-scheme:dark\)\{:root\{--ground:#1d1a16/);
  expect(css).toContain("--font-heading:Charter");
});

test("an accent for light pages is lightened on dark ones, unless the author gives one", () => {
  const font = { kind: "system" } as const;
  expect(themeStyle({ name: "clinic", accent: "#7a1f5c", font })).toContain(":root{--accent:#7a1f5c;");
  expect(themeStyle({ name: "clinic", accent: "#7a1f5c", accentDark: "#ffc0e8", font })).toContain("--accent:#ffc0e8;");
});

test("a font of the course is named once and used", () => {
  const css = themeStyle({ name: "clinic", font: { kind: "file", path: "media/1-a.woff2" } });
  expect(css).toContain('@font-face{font-family:"Course";src:url("media/1-a.woff2");font-display:swap}');
  expect(css).toContain('--font:"Course"');
});
