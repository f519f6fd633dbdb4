import type { ColumnTable } from "arquero";
import { type ChartOptions, checkChartOptions } from "./chart-options.ts";
import type { ChartSpec } from "./chart-spec.ts";
import { checkTop } from "./check-top.ts";
import { makeChart } from "./make-chart.ts";
import { morrisView } from "./morris-view.ts";
import { sobolView } from "./sobol-view.ts";

/** What of `sensitivity` {@link sensitivityChart} draws. */
export interface SensitivityTables {
  readonly kind: "sobol" | "morris";
  /** One row a parameter: `s1`, `st` with their ends, or `mu_star` with its ends and `sigma`. */
  readonly indices: ColumnTable;
}

/** Options of {@link sensitivityChart}. */
export interface SensitivityChartOptions extends ChartOptions {
  /**
   * How many parameters are shown, those first that matter most.
   * @default 30
   */
  top?: number;
  /** The unit of the outcome, in which the effects of a Morris design are. */
  unit?: string;
}

/**
 * Which parameters matter for an outcome. Sobol' indices: for each parameter what it explains alone (S1) and with all
 * its interactions (ST). Morris: the mean size of its effects (µ*), and against it how much they differ (σ): a
 * parameter far up interacts or acts in curves.
 *
 * @param result What `sensitivity` gives.
 * @returns A Vega-Lite specification.
 * @throws {RangeError} When the table lacks a column.
 * @example
 * ```ts
 * const columns = { num_reps: integers(1, 10), rel_baseline_speed: uniform(0.5, 2) };
 * const design = saltelli(columns, 32, { seed: 42 });
 * const frames = await session.estimateSamples(design);
 * const results = design.assign(aq.table({ design_row: [...frames.keys()], num_frames: frames }));
 * const chart = sensitivityChart(sensitivity(results, { outcome: "num_frames", design, seed: 7 }));
 * chart.description; // "Sobol' indices S1 and ST of 2 parameters with confidence intervals. Most important: num_reps, …"
 * ```
 */
export function sensitivityChart(
  result: SensitivityTables,
  options: SensitivityChartOptions = {},
): ChartSpec {
  checkChartOptions(options, ["top", "unit"]);
  const { top = 30, unit, width = 320, height = 260 } = options;
  checkTop(top);
  const { kind, indices } = result;
  const rest = Math.max(0, indices.numRows() - top);
  const { view, order } =
    kind === "sobol" ? sobolView(indices, { top, width }) : morrisView(indices, { top, width, height, unit });
  const measure = kind === "sobol" ? "Sobol' indices S1 and ST" : "Morris µ* and σ";
  return makeChart({
    ...{ options, view: order.length > 0 ? view : null },
    note: rest > 0 ? `${rest} parameters that matter less are not shown` : null,
    description: `${measure} of ${indices.numRows()} parameters with confidence intervals. Most important: ${
      order.slice(0, 3).join(", ") || "none"
    }.`,
  });
}
