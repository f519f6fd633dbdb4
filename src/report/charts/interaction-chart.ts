import type { ColumnTable } from "arquero";
import { axisTitle } from "./axis-title.ts";
import { cellText } from "./cell-text.ts";
import { type ChartOptions, checkChartOptions } from "./chart-options.ts";
import type { ChartSpec } from "./chart-spec.ts";
import { levelAxis } from "./level-axis.ts";
import { lineSeries } from "./line-series.ts";
import { makeChart } from "./make-chart.ts";
import { readRows } from "./read-rows.ts";

/** Options of {@link interactionChart}. */
export interface InteractionChartOptions extends ChartOptions {
  /**
   * Which two factors: the first goes along the axis, the second has the lines.
   * @default those of the first row
   */
  factors?: readonly [string, string];
  /**
   * What was measured, for the axis.
   * @default "outcome"
   */
  outcome?: string;
  /** Its unit. */
  unit?: string;
}

/**
 * How two factors act together, from the table `cells` of `effects`: the mean of each combination, a line for each
 * level of the second factor. Lines that are not parallel show an interaction.
 *
 * @returns A Vega-Lite specification.
 * @throws {RangeError} When the table lacks a column, or these factors.
 * @example
 * ```ts
 * const jobs = await dataset.table("jobs");
 * const study = effects(jobs, { outcome: "avg_percent_occlusion", factors: ["scene", "camera_height"] });
 * const chart = interactionChart(study.cells, { unit: "%" });
 * chart.description; // "Mean outcome of each combination of scene and camera_height, 6 combinations."
 * ```
 */
export function interactionChart(cells: ColumnTable, options: InteractionChartOptions = {}): ChartSpec {
  checkChartOptions(options, ["factors", "outcome", "unit"]);
  const { outcome = "outcome", unit, width = null, height = 260 } = options;
  const rows = readRows(cells, {
    texts: { factorA: "factor_a", a: "level_a", factorB: "factor_b", b: "level_b" },
    numbers: { mean: "mean", count: "count" },
  });
  const wanted = options.factors?.map(cellText) ?? [rows[0]?.factorA, rows[0]?.factorB];
  const [along = "", across = ""] = wanted;
  const own = rows.flatMap(({ factorA, a, factorB, b, mean, count }) => {
    if (factorA === along && factorB === across) return [{ level: a, group: b, mean, count }];
    return factorA === across && factorB === along ? [{ level: b, group: a, mean, count }] : [];
  });
  if (options.factors !== undefined && own.length === 0) {
    throw new RangeError(`There are no cells of the factors "${along}" and "${across}" in the table`);
  }
  const series = lineSeries([...new Set(own.map(({ group }) => group))], across);
  const values = own.filter(({ group, mean }) => mean !== null && series.shown.includes(group));
  const levels = [...new Set(values.map(({ level }) => level))];
  const axis = levelAxis(levels, { title: along, width, step: 80 });
  const view = {
    data: { values },
    width: axis.width,
    height,
    encoding: {
      x: axis.x,
      y: { field: "mean", type: "quantitative", title: axisTitle(outcome, unit), scale: { zero: false } },
      color: series.color,
    },
    layer: [
      { mark: "line", encoding: { strokeDash: series.dash } },
      {
        mark: "point",
        encoding: {
          shape: series.shape,
          tooltip: [
            { field: "level", type: "nominal", title: along },
            { field: "group", type: "nominal", title: across },
            { field: "mean", type: "quantitative", title: axisTitle(outcome), format: ".4~g" },
            { field: "count", type: "quantitative" },
          ],
        },
      },
    ],
  };
  return makeChart({
    ...{ options, view: values.length > 0 ? view : null, note: series.note },
    description: `Mean ${outcome} of each combination of ${along} and ${across}, ${values.length} combinations.`,
  });
}
