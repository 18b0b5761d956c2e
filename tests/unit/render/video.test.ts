import { expect, test } from "vitest";
import { asset } from "./setup.ts";
import { show } from "./show.ts";

const VIDEO =
  ":::video[Wrapping the cuff]{src=assets/cuff.mp4 captions=assets/cuff.vtt transcript=assets/cuff.md}\n:::";
const VTT = "WEBVTT\n\n00:00.000 --> 00:04.000\nSit down.\n";
const files = (captions = VTT, transcript = "Nurse: sit *down*.\n\n## Later\n") => [
  asset("duties/assets/cuff.mp4", "film"),
  asset("duties/assets/cuff.vtt", captions),
  asset("duties/assets/cuff.md", transcript),
];

test("a video has native controls, captions, a transcript and a name, and travels with the package", async () => {
  const { html, notes, files: packed } = await show(VIDEO, files(VTT, "Nurse: sit *down*.\n"));
  expect(notes).toEqual([]);
  expect(html).toMatch(
    /<video controls preload="metadata" playsinline src="media\/\w+-cuff\.mp4" aria-label="Wrapping the cuff">/,
  );
  expect(html).toMatch(/<track kind="captions" src="media\/\w+-cuff\.vtt" srclang="en" label="Captions" default>/);
  expect(html).toContain('<div class="transcript-text">\n<p>Nurse: sit <em>down</em>.</p>');
  expect(html).toContain("<figcaption>Wrapping the cuff</figcaption>");
  expect(packed.filter((path) => path.startsWith("media/"))).toHaveLength(2);
});

test("a poster gives the film its size", async () => {
  const body = VIDEO.replace("}", " poster=assets/still.svg}");
  const { html } = await show(body, [...files(), asset("duties/assets/still.svg")]);
  expect(html).toMatch(/poster="media\/\w+-still\.svg" width="640" height="320"/);
});

test("captions and a transcript are required", async () => {
  const { notes, messages } = await show(":::video[Cuff]{src=assets/cuff.mp4}\n:::", files());
  expect(notes).toEqual(["error render/directive-incomplete duties/01-lesson.md:10:4"]);
  expect(messages).toEqual(["This video lacks captions and transcript."]);
});

test.each([
  ["1\n00:00:01,000 --> 00:00:02,000\nSRT", "error render/captions-form duties/assets/cuff.vtt:1"],
  ["WEBVTT\n", "error render/captions-form duties/assets/cuff.vtt:1"],
])("captions %j are reported", async (captions, finding) => {
  expect((await show(VIDEO, files(captions))).notes).toEqual([finding]);
});

test("an empty transcript, a film that few browsers play and a missing title are reported at once", async () => {
  const body = VIDEO.replace("Wrapping the cuff", "").replace("cuff.mp4", "cuff.avi");
  const { notes } = await show(body, [...files(VTT, " \n"), asset("duties/assets/cuff.avi", "film")]);
  expect(notes).toEqual([
    "error render/video-form duties/01-lesson.md:10:16",
    "error render/video-title duties/01-lesson.md:10:4",
    "error render/transcript-empty duties/assets/cuff.md:",
  ]);
});

test("mistakes in a transcript have its lines", async () => {
  const { notes } = await show(VIDEO, files(VTT, "Text.\n\n![](assets/no.svg)\n"));
  expect(notes).toEqual([
    "error render/image-without-text duties/assets/cuff.md:3:5",
    "error render/image-missing duties/assets/cuff.md:3:5",
  ]);
});
