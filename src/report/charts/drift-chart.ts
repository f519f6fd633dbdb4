import type { ColumnTable } from "arquero";
import { MISSING } from "./cell-text.ts";
import { type ChartOptions, checkChartOptions } from "./chart-options.ts";
import type { ChartSpec } from "./chart-spec.ts";
import { checkTop } from "./check-top.ts";
import { makeChart } from "./make-chart.ts";
import { NEUTRAL, PALETTE } from "./palette.ts";
import { readRows } from "./read-rows.ts";

/** Options of {@link driftChart}. */
export interface DriftChartOptions extends ChartOptions {
  /**
   * How many columns are shown, those first whose effects are largest.
   * @default 40
   */
  top?: number;
}

const VERDICTS = ["drifted", "not drifted", "no verdict"];
/** Tests whose p-value is held against the threshold; of the others it is the statistic itself. */
const BY_P_VALUE: ReadonlySet<string> = new Set(["ks", "chi_squared"]);

/**
 * How far the columns of two datasets are apart, from what `compareDistributions` gives: for each column the size of
 * the difference, and beside it what was tested against which threshold. Columns that drifted are filled diamonds.
 *
 * @param comparison Its table `columns` has `column`, `test`, `statistic`, `threshold`, `drifted`, `p_adjusted`,
 *   `effect` and `effect_size`; a column `note` tells why there is no test.
 * @returns A Vega-Lite specification.
 * @throws {RangeError} When the table lacks a column, or `top` is not from 1 to 200.
 * @example
 * ```ts
 * const requested = sample({ camera_height: uniform(0.5, 1.5) }, 100, { seed: 1 });
 * const jobs = await dataset.table("jobs");
 * const comparison = compareDistributions(requested, jobs, { columns: ["camera_height"] });
 * const chart = driftChart(comparison);
 * chart.description; // "Differences of 1 columns between two datasets; 0 drifted."
 * ```
 */
export function driftChart(
  comparison: { readonly columns: ColumnTable },
  options: DriftChartOptions = {},
): ChartSpec {
  checkChartOptions(options, ["top"]);
  const { top = 40, width = 320, height = { step: 20 } } = options;
  checkTop(top);
  const rows = readRows(comparison.columns, {
    texts: { column: "column", test: "test", drifted: "drifted", effect: "effect" },
    numbers: { statistic: "statistic", threshold: "threshold", p: "p_adjusted", size: "effect_size" },
  });
  const notes = comparison.columns.columnNames().includes("note")
    ? readRows(comparison.columns, { texts: { note: "note" } })
    : [];
  const sorted = rows
    .map((row, i) => ({ ...row, note: notes[i]?.note ?? MISSING }))
    .sort((a, b) => magnitude(b.size) - magnitude(a.size));
  const values = sorted.slice(0, top).map((row) => ({
    ...{
      column: row.column,
      effect: row.effect === "cramers_v" ? "Cramér's V" : "Cohen's d",
      size: row.size,
    },
    verdict: row.drifted === "true" ? VERDICTS[0] : row.drifted === "false" ? VERDICTS[1] : VERDICTS[2],
    test: testText(row),
  }));
  const order = values.map(({ column }) => column);
  const y = {
    ...{ field: "column", type: "nominal", sort: null, title: null },
    ...(order.length > 0 && { scale: { domain: order } }),
  };
  const verdict = (range: readonly (string | undefined)[]) => ({
    ...{ field: "verdict", type: "nominal", title: null, scale: { domain: VERDICTS, range } },
    legend: { orient: "top", direction: "horizontal" },
  });
  const color = verdict([PALETTE[1], PALETTE[0], NEUTRAL]);
  const x = {
    ...{ type: "quantitative", title: "effect size (Cohen's d, Cramér's V)", axis: { tickCount: 5 } },
    ...(values.every(({ size }) => !size) && { scale: { domain: [-1, 1] } }),
  };
  const effects = {
    ...{ width, height },
    encoding: { y: { ...y, axis: { ticks: false, domain: false, grid: true } } },
    layer: [
      { mark: "rule", encoding: { x: { ...x, datum: 0 } } },
      {
        transform: [{ calculate: "0", as: "zero" }],
        mark: { type: "rule", strokeWidth: 2 },
        encoding: { x: { ...x, field: "zero" }, x2: { field: "size" }, color },
      },
      {
        mark: { type: "point", filled: false, size: 60, strokeWidth: 2 },
        encoding: {
          ...{ x: { ...x, field: "size" }, color, shape: verdict(["diamond", "circle", "square"]) },
          fill: verdict([PALETTE[1], "transparent", "transparent"]),
          tooltip: [
            ...["column", "verdict", "effect", "test"].map((field) => ({ field, type: "nominal" })),
            { field: "size", type: "quantitative", title: "effect size", format: ".4~g" },
          ],
        },
      },
    ],
  };
  const tests = {
    ...{ width: 10, height },
    mark: { type: "text", align: "left", x: 0, limit: 480 },
    encoding: { y: { ...y, axis: null }, text: { field: "test" } },
  };
  const drifted = rows.filter((row) => row.drifted === "true").map(({ column }) => column);
  const whole = { data: { values }, hconcat: [effects, tests], spacing: 12 };
  const rest = rows.length - values.length;
  return makeChart({
    ...{ options, view: values.length > 0 ? whole : null },
    note: rest > 0 ? `${rest} columns with smaller differences are not shown` : null,
    description:
      `Differences of ${rows.length} columns between two datasets; ${drifted.length} drifted` +
      `${drifted.length === 0 ? "" : `: ${drifted.slice(0, 10).join(", ")}${drifted.length > 10 ? " …" : ""}`}.`,
  });
}

function magnitude(size: number | null): number {
  return size === null ? -1 : Math.abs(size);
}

interface Tested {
  drifted: string;
  note: string;
  size: number | null;
  test: string;
  statistic: number | null;
  threshold: number | null;
  p: number | null;
}

/** What was tested. Where there is no size to draw, it tells of a drift, too. */
function testText(row: Tested): string {
  const text = resultText(row);
  return row.size === null && row.drifted === "true" ? `drifted: ${text}` : text;
}

function resultText({ test, statistic, threshold, p, note, drifted }: Tested): string {
  const value = BY_P_VALUE.has(test) ? p : statistic;
  if (value === null || threshold === null) {
    // Where a test has no p-value, there is one value only.
    return drifted === "false" ? "all values are the same" : note === MISSING ? "not tested" : note;
  }
  const name = test.replaceAll("_", "-");
  if (BY_P_VALUE.has(test)) return `${name} p ${short(value)} ${value < threshold ? "<" : "≥"} ${threshold}`;
  return `${name} ${short(value)} ${value >= threshold ? "≥" : "<"} ${threshold}`;
}

function short(value: number): string {
  if (value !== 0 && Math.abs(value) < 0.001) return value.toExponential(0).replace("-", "−");
  return value.toFixed(3);
}
