import fc from "fast-check";
import { expect, test } from "vitest";
import { drawChart } from "../../../src/render/chart-drawing.ts";
import { asset } from "./setup.ts";
import { show } from "./show.ts";

const CHART =
  ':::chart[Pay <by> year]{data=assets/pay.csv type=bar x=year y=median unit=USD source="BLS" year=2024}\n:::';
const pay = (text: string) => [asset("duties/assets/pay.csv", text)];

test("a chart is a picture with words, a table of the same figures, and its source", async () => {
  const { html, notes } = await show(CHART, pay("year,median\n2023,42000\n2024,44200\n"));
  expect(notes).toEqual([]);
  expect(html).toContain(
    'role="img" aria-label="Bar chart: median by year. 2 values, from $42,000 (2023) to $44,200 (2024).',
  );
  expect(html).toContain('<tr><th scope="row">2023</th><td class="align-right">$42,000</td></tr>');
  expect(html).toContain('<figcaption>Pay &lt;by&gt; year <span class="credit">Source: BLS, 2024</span></figcaption>');
  expect(html).not.toMatch(/style=|<style/);
});

test("bars are as long as their values", async () => {
  const { html } = await show(CHART, pay("year,median\nA,1\nB,2\nC,4\n"));
  const heights = [...html.matchAll(/<rect [^>]*height="([\d.]+)"/g)].map(([, height]) => Number(height));
  const [one = 0, two = 0, four = 0] = heights;
  expect(two / one).toBeCloseTo(2, 1);
  expect(four / one).toBeCloseTo(4, 1);
});

test("rows with a note are drawn apart, and the note stands once below and in the table", async () => {
  const body = ":::chart{data=assets/pay.csv type=line x=year y=median note=doubt}\nSeen *twice*.\n:::";
  const { html } = await show(body, pay("year,median,doubt\n2020,1,to be checked\n2021,2,\n2022,3,to be checked\n"));
  expect(html.match(/chart-dot is-noted/g)).toHaveLength(2);
  expect(html.match(/<p class="chart-note">/g)).toHaveLength(1);
  expect(html).toContain('<th scope="row">2020</th><td class="align-right">1</td><td>to be checked</td>');
  expect(html).toContain("<p>Seen <em>twice</em>.</p>");
});

test("values are written in the course's language and as exactly as the author wrote them", async () => {
  const body = ":::chart{data=assets/pay.csv type=bar x=a y=b unit=mg}\n:::";
  const { html } = await show(body, pay('a,b\nx,"12,345.50"\ny,0.5\n'), { course: { language: "es" } });
  expect(html).toContain("12.345,50 mg</td>");
  expect(html).toContain("0,50 mg</td>");
  expect(html).toContain("Gráfico de barras: b por a.");
});

test.each([
  ["", "error render/chart-data duties/assets/pay.csv:1"],
  ["year,median\n", "error render/chart-data duties/assets/pay.csv:1"],
  ["year;median\n2020;1\n", "error render/chart-data duties/assets/pay.csv:1"],
  ["jahr,median\n1,2\n", "error render/chart-data duties/assets/pay.csv:1"],
  ["year,median\n2020,1\n2021,n/a\n", "error render/chart-data duties/assets/pay.csv:3:6"],
  ["year,median\n2020\n", "error render/chart-data duties/assets/pay.csv:2:6"],
  ['year,median\n2020,"1\n', "error render/chart-data duties/assets/pay.csv:2"],
])("figures %j are reported where they are wrong", async (text, finding) => {
  expect((await show(CHART, pay(text))).notes).toContain(finding);
});

test("every wrong figure is reported in one run", async () => {
  const { messages } = await show(CHART, pay("year,median\n1,x\n2,\n3,4\n"));
  expect(messages).toEqual(["“x” is not a number.", "The value in this row is missing."]);
});

test("what a chart cannot be drawn without is reported in the lesson", async () => {
  expect((await show(":::chart{type=bar x=a y=b}\n:::")).notes).toEqual([
    "error render/directive-incomplete duties/01-lesson.md:10:4",
  ]);
  expect((await show(CHART.replace("type=bar", "type=pie"), pay("year,median\n1,2\n"))).notes).toEqual([
    "error render/chart-type duties/01-lesson.md:10:50",
  ]);
  expect((await show(CHART)).notes).toEqual(["error render/file-missing duties/01-lesson.md:10:30"]);
});

test("whatever the figures, all coordinates are numbers inside the picture", () => {
  const point = fc.record({
    x: fc.string({ maxLength: 40 }),
    y: fc.double({ min: -1e9, max: 1e9, noNaN: true }),
    note: fc.constantFrom("", "n"),
  });
  fc.assert(
    fc.property(fc.array(point, { minLength: 1, maxLength: 30 }), fc.constantFrom("bar", "line"), (points, type) => {
      const svg = drawChart({ type, points, label: "", format: (value) => value.toFixed(0) });
      const height = Number(/height="([\d.]+)" role/.exec(svg)?.[1]);
      expect(svg).not.toMatch(/NaN|Infinity|undefined/);
      for (const [, x, y, width, tall] of svg.matchAll(
        /<rect class="[^"]*" x="([^"]*)" y="([^"]*)" width="([^"]*)" height="([^"]*)"/g,
      )) {
        expect(Number(x)).toBeGreaterThanOrEqual(0);
        expect(Number(y)).toBeGreaterThanOrEqual(0);
        expect(Number(x) + Number(width)).toBeLessThanOrEqual(720.02);
        expect(Number(y) + Number(tall)).toBeLessThanOrEqual(height + 0.02);
      }
    }),
  );
});
