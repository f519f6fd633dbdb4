import type { ColumnTable } from "arquero";
import { axisTitle } from "./axis-title.ts";
import { type ChartOptions, checkChartOptions } from "./chart-options.ts";
import type { ChartSpec, View } from "./chart-spec.ts";
import { groupsOf } from "./groups-of.ts";
import { makeChart } from "./make-chart.ts";
import { SEQUENTIAL } from "./palette.ts";
import { readRows } from "./read-rows.ts";

/** Options of {@link heatMap}. */
export interface HeatMapOptions extends ChartOptions {
  /**
   * Width by height of the images.
   * @default 16 / 9
   */
  aspect?: number;
  /**
   * What is counted, for the legend.
   * @default "share of boxes"
   */
  name?: string;
}

const COLUMNS = ["x_bin", "y_bin", "x_start", "x_end", "y_start", "y_end", "count", "share"];
/** How many groups have a map. */
const MAPS = 12;

/**
 * Where in the image things are, from the table `positions` of `labelStatistics`: `x_start`, `x_end`, `y_start` and
 * `y_end` from 0 to 1 of the image, from its upper left, and `share`. Columns before these are groups, with a map each.
 *
 * @returns A Vega-Lite specification.
 * @throws {RangeError} When the table lacks a column, or the aspect is not from 0.1 to 10.
 * @example
 * ```ts
 * const { positions } = await labelStatistics(dataset);
 * const chart = heatMap(positions, { aspect: 128 / 128 });
 * chart.description; // "Heat map of positions in the image, share of boxes; the fullest cell has 56.3%."
 * ```
 */
export function heatMap(positions: ColumnTable, options: HeatMapOptions = {}): ChartSpec {
  checkChartOptions(options, ["aspect", "name"]);
  const { aspect = 16 / 9, name = "share of boxes" } = options;
  if (!(typeof aspect === "number" && aspect >= 0.1 && aspect <= 10)) {
    throw new RangeError(`The option "aspect" must be a number from 0.1 to 10, got ${String(aspect)}`);
  }
  const groups = groupsOf(positions, COLUMNS);
  const cells = readRows(positions, {
    numbers: { x: "x_start", xEnd: "x_end", y: "y_start", yEnd: "y_end", count: "count", share: "share" },
  });
  const names = groups === null ? [""] : groups.names.slice(0, MAPS);
  const width = options.width ?? (names.length > 1 ? 220 : 400);
  const height = options.height ?? Math.round(width / aspect);
  const most = cells.reduce((highest, { share }) => Math.max(highest, share ?? 0), 0);
  const color = {
    ...{ field: "share", type: "quantitative", title: axisTitle(name) },
    scale: { scheme: SEQUENTIAL, domain: [0, most || 1] },
    legend: { format: ".1~%", gradientLength: Math.min(160, height) },
  };
  const maps = names.map((group): View => {
    // Cells of nothing have the colour of the ground.
    const values = cells.filter(({ share }, row) => share && (groups === null || groups.of[row] === group));
    const axis = { grid: false, format: ".0%", values: [0, 0.25, 0.5, 0.75, 1], title: null };
    return {
      ...(groups !== null && { title: { text: group, fontSize: 12 } }),
      ...{ width, height, data: { values }, view: { fill: "#440154" } },
      mark: "rect",
      encoding: {
        x: { field: "x", type: "quantitative", scale: { domain: [0, 1] }, axis },
        x2: { field: "xEnd" },
        y: { field: "y", type: "quantitative", scale: { domain: [0, 1], reverse: true }, axis },
        y2: { field: "yEnd" },
        color,
        tooltip: [
          { field: "count", type: "quantitative" },
          { field: "share", type: "quantitative", format: ".2%" },
        ],
      },
    };
  });
  const whole = maps.length === 1 ? (maps[0] as View) : { concat: maps, columns: 3 };
  const view = cells.length > 0 ? whole : null;
  const rest = (groups?.names.length ?? 1) - names.length;
  const of = groups === null ? "" : ` for each ${groups.title}`;
  return makeChart({
    ...{ options, view },
    note: rest > 0 ? `${rest} more of ${groups?.title} are not shown` : null,
    description: `Heat map of positions in the image${of}, ${name}; the fullest cell has ${(100 * most).toFixed(1)}%.`,
  });
}
