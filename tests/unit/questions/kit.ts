import type { RenderKit } from "../../../src/questions/authoring.ts";
import { pageTexts } from "../../../src/texts/texts.ts";

/** A renderer that leaves the author's text as it is. */
export const kit: RenderKit = {
  language: "en",
  word: (name) => pageTexts("en")[name],
  inline: (markdown) => markdown,
  block: (markdown) => markdown,
  image: () => undefined,
  report: () => undefined,
};
