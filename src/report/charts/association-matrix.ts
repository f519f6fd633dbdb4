import type { ColumnTable } from "arquero";
import { checkTable } from "../../stats/columns/check-table.ts";
import { USUAL_KEYS } from "../../stats/columns/usual-keys.ts";
import { didYouMean } from "../../util/did-you-mean.ts";
import { cellText } from "./cell-text.ts";
import { type ChartOptions, checkChartOptions } from "./chart-options.ts";
import type { ChartSpec } from "./chart-spec.ts";
import { checkTop } from "./check-top.ts";
import { makeChart } from "./make-chart.ts";
import { DIVERGING } from "./palette.ts";
import { readRows } from "./read-rows.ts";

/** Options of {@link associationMatrix}. */
export interface AssociationMatrixOptions extends ChartOptions {
  /**
   * The columns.
   * @default all, but names of rows and batches (`job_id` and the like), and columns that no association can be told
   * of, such as those with one value
   */
  columns?: readonly string[];
  /**
   * Only this measure, such as `spearman`.
   * @default the first row of each pair of columns
   */
  measure?: string;
  /**
   * How many columns are shown, those with the strongest associations.
   * @default 30
   */
  top?: number;
}

/** In more columns than this, cells are too small for their values. */
const WRITTEN = 16;

/**
 * How strongly columns go together, from the table of `associations`, as a matrix of colours: one colour for +1,
 * another for -1, none for 0, with the values written where there is room. Correlations have a sign; Cramér's V and the
 * correlation ratio go from 0 to 1.
 *
 * @returns A Vega-Lite specification.
 * @throws {RangeError} When the table lacks a column or has no association of one of `columns`, or `top` is not from 1 to 200.
 * @example
 * ```ts
 * const jobs = await dataset.table("jobs");
 * const found = associations(jobs, { columns: ["camera_height", "scene", "avg_percent_occlusion"] });
 * const chart = associationMatrix(found);
 * chart.description; // "Associations of 3 columns with one another. Strongest: scene and avg_percent_occlusion, 0.45."
 * ```
 */
export function associationMatrix(
  associations: ColumnTable,
  options: AssociationMatrixOptions = {},
): ChartSpec {
  checkTable(associations, "associationMatrix");
  checkChartOptions(options, ["columns", "measure", "top"]);
  const { columns, measure, top = 30 } = options;
  checkTop(top);
  const all = readRows(associations, {
    texts: { a: "column_a", b: "column_b", measure: "measure" },
    numbers: { value: "value", count: "count" },
  }).filter((pair) => pair.a !== pair.b && (measure === undefined || pair.measure === cellText(measure)));
  const names = shownColumns(all, columns);
  const pairs = all.filter(({ a, b }) => names.includes(a) && names.includes(b));
  const shown = strongest(names, pairs).slice(0, top);
  const order = names.filter((name) => new Set(shown).has(name));
  const cells = new Map<string, Cell>();
  for (const { a, b, ...rest } of pairs) {
    if (!order.includes(a) || !order.includes(b) || cells.has(JSON.stringify([a, b]))) continue;
    cells.set(JSON.stringify([a, b]), { a, b, ...rest });
    cells.set(JSON.stringify([b, a]), { a: b, b: a, ...rest });
  }
  const values = [...cells.values()].map((cell) => ({
    ...cell,
    text: cell.value === null ? "–" : cell.value.toFixed(2).replace("-", "−"),
    strong: Math.abs(cell.value ?? 0) >= 0.6,
  }));
  const step = order.length > WRITTEN ? 18 : 36;
  const axis = { ...{ ticks: false, domain: false, grid: false }, labelOverlap: false };
  const scale = { ...(order.length > 0 && { scale: { domain: order } }) };
  const place = { type: "nominal", title: null, sort: null, ...scale };
  const text = (strong: boolean) => ({
    transform: [{ filter: { field: "strong", equal: strong } }],
    mark: { type: "text", ...(strong && { color: "#ffffff" }) },
    encoding: { text: { field: "text" } },
  });
  const view = {
    data: { values },
    width: options.width ?? { step },
    height: options.height ?? { step },
    encoding: {
      x: { ...place, field: "a", axis: { ...axis, orient: "bottom", labelAngle: -45, labelLimit: 140 } },
      y: { ...place, field: "b", axis },
    },
    layer: [
      {
        mark: "rect",
        encoding: {
          color: {
            ...{ field: "value", type: "quantitative", title: "association" },
            scale: { domain: [-1, 0, 1], range: DIVERGING },
            legend: { gradientLength: Math.max(60, Math.min(200, step * order.length)), tickCount: 5 },
          },
          tooltip: [
            ...["a", "b", "measure"].map((field) => ({ field, type: "nominal" })),
            { field: "value", type: "quantitative", format: ".3f" },
            { field: "count", type: "quantitative" },
          ],
        },
      },
      ...(order.length <= WRITTEN ? [text(false), text(true)] : []),
    ],
  };
  const rest = names.length - order.length;
  const first = pairs.reduce<Pair | null>((most, pair) => (size(pair) > size(most) ? pair : most), null);
  const best =
    first === null ? "" : ` Strongest: ${first.a} and ${first.b}, ${(first.value ?? 0).toFixed(2)}.`;
  return makeChart({
    ...{ options, view: values.length > 0 ? view : null },
    note: rest > 0 ? `${rest} columns with weaker associations are not shown` : null,
    description: `Associations of ${names.length} columns with one another.${best}`,
  });
}

interface Pair {
  a: string;
  b: string;
  measure: string;
  value: number | null;
}

interface Cell extends Pair {
  count: number | null;
}

/** The columns that are named, or else those that are worth showing. */
function shownColumns(pairs: readonly Pair[], wanted: readonly string[] | undefined): string[] {
  const known = [...new Set(pairs.flatMap(({ a, b }) => [a, b]))];
  if (wanted === undefined) {
    const told = new Set(pairs.flatMap(({ a, b, value }) => (value === null ? [] : [a, b])));
    return known.filter((name) => told.has(name) && !USUAL_KEYS.includes(name));
  }
  const names = [...new Set(wanted.map(cellText))];
  const unknown = names.find((name) => !known.includes(name));
  if (unknown === undefined) return names;
  throw new RangeError(`There is no association of a column "${unknown}"${didYouMean(unknown, known)}`);
}

function size(pair: Pair | null): number {
  return pair === null ? -1 : Math.abs(pair.value ?? 0);
}

function strongest(names: readonly string[], pairs: readonly Pair[]): string[] {
  const most = new Map<string, number>();
  for (const pair of pairs) {
    for (const name of [pair.a, pair.b]) most.set(name, Math.max(most.get(name) ?? 0, size(pair)));
  }
  return [...names].sort((a, b) => (most.get(b) ?? 0) - (most.get(a) ?? 0));
}
