import type { RenderKit } from "../../../src/questions/authoring.ts";

/** A renderer that leaves the author's text as it is. */
export const kit: RenderKit = {
  language: "en",
  inline: (markdown) => markdown,
  block: (markdown) => markdown,
  image: () => undefined,
  report: () => undefined,
};
