import type { ColumnTable } from "arquero";
import { type ChartOptions, checkChartOptions } from "./chart-options.ts";
import type { ChartSpec } from "./chart-spec.ts";
import { groupsOf } from "./groups-of.ts";
import { makeChart } from "./make-chart.ts";
import { PALETTE } from "./palette.ts";
import { readRows } from "./read-rows.ts";
import { stackBars } from "./stack-bars.ts";

const COLUMNS = ["band", "count", "share"];
const BANDS = ["small", "medium", "large"];
/** How many groups have a bar. */
const BARS = 40;

/**
 * The shares of small, medium and large boxes, from the table `sizeBands` of `labelStatistics`, as a bar for all or,
 * where columns stand before `band`, for each group.
 *
 * @returns A Vega-Lite specification.
 * @throws {RangeError} When the table lacks a column.
 * @example
 * ```ts
 * const { sizeBands } = await labelStatistics(dataset, { by: "scene" });
 * const chart = sizeBandChart(sizeBands);
 * chart.description; // "Shares of small, medium and large boxes (COCO) for each scene."
 * ```
 */
export function sizeBandChart(sizeBands: ColumnTable, options: ChartOptions = {}): ChartSpec {
  checkChartOptions(options, []);
  const { width = 360, height = { step: 26 } } = options;
  const groups = groupsOf(sizeBands, COLUMNS);
  const names = groups === null ? ["all"] : groups.names.slice(0, BARS);
  const rows = readRows(sizeBands, { texts: { band: "band" }, numbers: { share: "share", count: "count" } });
  const parts = rows.flatMap(({ band, share, count }, row) => {
    const key = groups?.of[row] ?? "all";
    return names.includes(key) ? [{ key, group: band, amount: share ?? 0, count }] : [];
  });
  const bands = [...new Set([...BANDS, ...parts.map(({ group }) => group)])];
  const view = {
    ...{ width, height, data: { values: stackBars(parts, bands) } },
    mark: { type: "bar", orient: "horizontal" },
    encoding: {
      y: {
        ...{ field: "key", type: "nominal", sort: null, title: groups?.title ?? null },
        scale: { domain: names },
        axis: { ticks: false, domain: false, labels: groups !== null },
      },
      x: {
        ...{ field: "from", type: "quantitative", title: "share of boxes", scale: { domain: [0, 1] } },
        axis: { format: ".0%", tickCount: 5 },
      },
      x2: { field: "to" },
      color: {
        ...{ field: "group", type: "nominal", title: null, sort: null },
        scale: {
          domain: bands,
          range: bands.map((_, i) => [PALETTE[5], PALETTE[4], PALETTE[0]][i] ?? PALETTE[3]),
        },
        legend: { orient: "top", direction: "horizontal" },
      },
      tooltip: [
        { field: "group", type: "nominal", title: "size" },
        { field: "count", type: "quantitative" },
        { field: "amount", type: "quantitative", title: "share", format: ".1%" },
      ],
    },
  };
  const rest = (groups?.names.length ?? 1) - names.length;
  const of = groups === null ? "" : ` for each ${groups.title}`;
  return makeChart({
    ...{ options, view: parts.length > 0 ? view : null },
    note: rest > 0 ? `${rest} more of ${groups?.title} are not shown` : null,
    description: `Shares of small, medium and large boxes (COCO)${of}.`,
  });
}
