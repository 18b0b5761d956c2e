/** `:::chart`: figures from a CSV file as a drawing, and as a table of the same. */
import { caption } from "./callouts.ts";
import { type ChartData, type Point, readChartData } from "./chart-data.ts";
import type { ChartType } from "./chart-drawing.ts";
import type { Directive, DirectiveKind, Frame } from "./directive.ts";
import type { Engines } from "./engines.ts";
import { escapeHtml } from "./html.ts";
import { directiveFile } from "./links.ts";
import { type Page, report } from "./page-context.ts";
import { fill } from "./words.ts";

/** The directive; Markdown inside it stands between the drawing and the table. */
export function chartDirective({ chart: draw }: Engines): DirectiveKind {
  return {
    required: ["data", "type", "x", "y"],
    optional: ["unit", "note", "source", "year"],
    holdsMarkdown: true,
    frame(directive, page): Frame {
      const nothing = { before: "", after: "" };
      const type = typeOf(directive, page);
      const asset = directiveFile(directive, "data", page);
      if (type === undefined || asset === undefined) return nothing;
      const { x = "", y = "", note } = Object.fromEntries(directive.attributes);
      const data = readChartData(asset, { x, y, ...(note !== undefined && { note }) }, page.notes);
      if (data === undefined) return nothing;
      if (draw === undefined) throw new Error("A course with a chart was rendered without what draws charts.");
      const format = formatter(page.language, directive.attributes.get("unit") ?? "", data.decimals);
      const label = inWords(type, { x, y }, data.points, { page, format });
      const drawing = draw({ type, points: data.points, label, format });
      const name = escapeHtml(directive.label || `${y}, ${x}`);
      return {
        before: `<figure class="figure chart">\n<div class="chart-scroll" role="region" tabindex="0" aria-label="${name}">\n${drawing}</div>\n${legend(data.points)}`,
        after: `${table(directive, data, page, format)}${caption(directive, page.words)}</figure>\n`,
      };
    },
  };
}

function typeOf({ attributes, line }: Directive, page: Page): ChartType | undefined {
  const type = attributes.get("type") ?? "";
  if (type === "bar" || type === "line") return type;
  report(page, line, {
    code: "render/chart-type",
    message: `“${type}” is no type of chart.`,
    help: "Use type=bar to compare things, type=line for change over time.",
    needle: type,
  });
  return undefined;
}

type Format = (value: number) => string;

/** Values in the course's language. A unit of three capital letters that is a currency (ISO 4217) is written as one. */
function formatter(language: string, unit: string, decimals: number): Format {
  const isCurrency = Intl.supportedValuesOf("currency").includes(unit);
  const number = new Intl.NumberFormat(language, {
    ...(isCurrency && { style: "currency", currency: unit }),
    minimumFractionDigits: decimals,
    // The axis may need steps finer than the figures: 0.5 between 0 and 1.
    maximumFractionDigits: Math.max(decimals, 2),
  });
  const behind = isCurrency || unit === "" ? "" : unit === "%" ? "%" : ` ${unit}`;
  return (value) => `${number.format(value)}${behind}`;
}

function inWords(
  type: ChartType,
  { x, y }: { readonly x: string; readonly y: string },
  points: readonly Point[],
  { page, format }: { readonly page: Page; readonly format: Format },
): string {
  const [first, ...rest] = points;
  if (first === undefined) return "";
  const low = rest.reduce((least, point) => (point.y < least.y ? point : least), first);
  const high = rest.reduce((most, point) => (point.y > most.y ? point : most), first);
  return fill(page.words.chartSays, {
    kind: type === "bar" ? page.words.barChart : page.words.lineChart,
    ...{ x, y, count: points.length },
    ...{ low: format(low.y), lowAt: low.x, high: format(high.y), highAt: high.x },
  });
}

/** What the marked points have in common, once for each text. */
function legend(points: readonly Point[]): string {
  const notes = new Set(points.map(({ note }) => note).filter((note) => note !== ""));
  return [...notes]
    .map((note) => `<p class="chart-note"><span class="chart-key" aria-hidden="true"></span> ${escapeHtml(note)}</p>\n`)
    .join("");
}

function table(directive: Directive, { points }: ChartData, { words }: Page, format: Format): string {
  const { attributes, label } = directive;
  const hasNotes = points.some(({ note }) => note !== "");
  const head = [attributes.get("x") ?? "", attributes.get("y") ?? "", ...(hasNotes ? [words.chartNote] : [])];
  const rows = points.map(({ x, y, note }) => {
    const cells = [`<th scope="row">${escapeHtml(x)}</th>`, `<td class="align-right">${escapeHtml(format(y))}</td>`];
    return `<tr>${cells.join("")}${hasNotes ? `<td>${escapeHtml(note)}</td>` : ""}</tr>\n`;
  });
  const columns = head.map(
    (name, index) => `<th scope="col"${index === 1 ? ' class="align-right"' : ""}>${escapeHtml(name)}</th>`,
  );
  const name = `${words.chartData}: ${label || head.slice(0, 2).join(", ")}`;
  return `<details class="chart-data">
<summary>${words.chartData}</summary>
<div class="table-scroll" role="region" tabindex="0" aria-label="${escapeHtml(name)}">
<table>
<thead>
<tr>${columns.join("")}</tr>
</thead>
<tbody>
${rows.join("")}</tbody>
</table>
</div>
</details>
`;
}
