import type { ColumnTable } from "arquero";
import { axisTitle } from "./axis-title.ts";
import { type ChartOptions, checkChartOptions } from "./chart-options.ts";
import type { ChartSpec, View } from "./chart-spec.ts";
import { groupsOf } from "./groups-of.ts";
import { levelAxis } from "./level-axis.ts";
import { lineSeries } from "./line-series.ts";
import { makeChart } from "./make-chart.ts";
import { PALETTE } from "./palette.ts";
import { readRows } from "./read-rows.ts";

/** Options of {@link responseCurveChart}. */
export interface ResponseCurveChartOptions extends ChartOptions {
  /** What was measured. */
  outcome: string;
  /** What was varied. */
  factor: string;
  /** The unit of the outcome. */
  unit?: string;
  /** The unit of the factor. */
  factorUnit?: string;
}

const COLUMNS = ["level", "x", "x_min", "x_max", "count", "mean", "sd", "low", "high", "median"];

/**
 * How an outcome answers to a factor, from the table of `responseCurve`. A factor of numbers gives a line with a band
 * of confidence; one of texts, points with error bars. Columns before `level` are groups, with a line each.
 *
 * @returns A Vega-Lite specification.
 * @throws {RangeError} When the table lacks a column.
 * @example
 * ```ts
 * const jobs = await dataset.table("jobs");
 * const curve = responseCurve(jobs, { outcome: "avg_percent_occlusion", factor: "camera_height" });
 * const names = { outcome: "occlusion", unit: "%", factor: "camera height", factorUnit: "m" };
 * const chart = responseCurveChart(curve, names);
 * chart.description; // "Mean occlusion against camera height, with confidence intervals, 3 points."
 * ```
 */
export function responseCurveChart(curve: ColumnTable, options: ResponseCurveChartOptions): ChartSpec {
  checkChartOptions(options, ["outcome", "factor", "unit", "factorUnit"]);
  const { outcome, factor, unit, factorUnit, width = 420, height = 260 } = options;
  const groups = groupsOf(curve, COLUMNS);
  const series = lineSeries(groups?.names ?? [], groups?.title ?? "");
  const rows = readRows(curve, {
    texts: { level: "level" },
    numbers: { x: "x", mean: "mean", low: "low", high: "high", count: "count" },
  });
  const isNumeric = rows.length > 0 && rows.every(({ x }) => x !== null);
  const values = rows.flatMap((row, i) => {
    const group = groups?.of[i];
    if (row.mean === null || (group !== undefined && !series.shown.includes(group))) return [];
    return [{ ...row, ...(group !== undefined && { group }) }];
  });
  const xTitle = axisTitle(factor, factorUnit);
  const axis = levelAxis([...new Set(values.map(({ level }) => level))], {
    ...{ title: xTitle, width: options.width ?? null, step: Math.max(60, 14 * series.shown.length) },
  });
  const x = isNumeric
    ? { field: "x", type: "quantitative", title: xTitle, scale: { zero: false, nice: false, padding: 12 } }
    : axis.x;
  const xOffset = !isNumeric && groups !== null && { xOffset: { field: "group", sort: null } };
  const colored = groups !== null && { color: series.color };
  const title = axisTitle(outcome, unit);
  const y = { type: "quantitative", title, scale: { zero: false } };
  const encoding = {
    x,
    ...xOffset,
    ...colored,
  };
  const band: View = {
    mark: isNumeric
      ? { type: "area", opacity: 0.2 }
      : { type: "rule", strokeWidth: 2, ...(groups === null && { color: PALETTE[0] }) },
    encoding: { y: { ...y, field: "low" }, y2: { field: "high" } },
  };
  const line: View = {
    mark: { type: "line" },
    encoding: { y: { ...y, field: "mean" }, ...(groups !== null && { strokeDash: series.dash }) },
  };
  const points: View = {
    mark: { type: "point" },
    encoding: {
      y: { ...y, field: "mean" },
      ...(groups !== null && { shape: series.shape }),
      tooltip: [
        { field: "level", type: "nominal", title: axisTitle(factor) },
        ...(groups === null ? [] : [{ field: "group", type: "nominal", title: groups.title }]),
        ...["mean", "low", "high", "count"].map((field) => ({ field, type: "quantitative" })),
      ],
    },
  };
  const view = {
    data: { values },
    width: isNumeric ? width : axis.width,
    height,
    encoding,
    layer: [
      ...(values.some(({ low, high }) => low !== null && high !== null) ? [band] : []),
      ...(isNumeric ? [line] : []),
      points,
    ],
  };
  const of = groups === null ? "" : ` for each ${groups.title}`;
  return makeChart({
    ...{ options, view: values.length > 0 ? view : null, note: series.note },
    description: `Mean ${outcome} against ${factor}${of}, with confidence intervals, ${values.length} points.`,
  });
}
