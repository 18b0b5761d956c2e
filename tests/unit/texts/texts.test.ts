import { readFileSync } from "node:fs";
import { build } from "esbuild";
import { expect, test } from "vitest";
import * as en from "../../../src/texts/en.ts";
import * as es from "../../../src/texts/es.ts";
import { fill, pageTexts, playerTexts } from "../../../src/texts/texts.ts";

const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();

const PAIRS: readonly (readonly [string, Readonly<Record<string, string>>, Readonly<Record<string, string>>])[] = [
  ["pages", en.page, es.page],
  ["the player", en.player, es.player],
];

test.each(PAIRS)("Spanish has every text of %s with the same values", (_, english, spanish) => {
  expect(Object.keys(spanish)).toEqual(Object.keys(english));
  expect(Object.values(spanish).map(places)).toEqual(Object.values(english).map(places));
});

test.each(PAIRS)("what %s show as a sentence ends as one in both languages", (_, english, spanish) => {
  const ends = (text = "") => /[.:?!]$/.test(text);
  expect(Object.keys(english).filter((key) => ends(english[key]) !== ends(spanish[key]))).toEqual([]);
});

test("a region speaks its language; a language without texts speaks English", () => {
  expect(pageTexts("es-MX").start).toBe("Empezar");
  expect(pageTexts("fr").start).toBe("Start");
  expect(playerTexts("es")?.next).toBe("Siguiente");
  expect([playerTexts("en-GB"), playerTexts("fr")]).toEqual([undefined, undefined]);
});

test("a text without a value keeps its place", () => {
  expect(fill("{a} of {b}", { a: 1 })).toBe("1 of {b}");
});

test("the player's bundle speaks English alone, and carries no text of pages", async () => {
  const entry = new URL("../../../src/player/text.ts", import.meta.url).pathname;
  expect(readFileSync(entry, "utf8")).toContain("createText");
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: "esm",
    minify: true,
  });
  const bundle = outputFiles[0]?.text ?? "";
  expect(bundle).toContain(en.player.saveAndExit);
  expect(bundle).not.toContain(es.player.saveAndExit);
  expect(bundle).not.toContain(en.page.noScript);
});
