import type { ColumnTable } from "arquero";
import { cellText } from "./cell-text.ts";
import { type ChartOptions, checkChartOptions } from "./chart-options.ts";
import type { ChartSpec, View } from "./chart-spec.ts";
import { groupsOf } from "./groups-of.ts";
import { makeChart } from "./make-chart.ts";
import { NEUTRAL, PALETTE } from "./palette.ts";
import { readRows } from "./read-rows.ts";
import { pointOrder } from "./skeletons.ts";
import { stackBars } from "./stack-bars.ts";

/** Options of {@link keypointVisibilityChart}. */
export interface KeypointVisibilityChartOptions extends ChartOptions {
  /**
   * Which skeleton.
   * @default "coco" where there is one, else that of the first row
   */
  skeleton?: string;
}

const COLUMNS = ["skeleton", "keypoint", "count", "outside_share", "occluded_share", "visible_share"];
const KINDS = ["visible", "occluded", "outside"];
/** How many groups have bars. */
const PLOTS = 6;

/**
 * How often each keypoint is visible, occluded or outside of the image, from the table `keypoints` of
 * `labelStatistics`. Columns before `skeleton` are groups, with bars each.
 *
 * @returns A Vega-Lite specification.
 * @throws {RangeError} When the table lacks a column, or has no such skeleton.
 * @example
 * ```ts
 * const { keypoints } = await labelStatistics(dataset);
 * const chart = keypointVisibilityChart(keypoints, { skeleton: "coco" });
 * chart.description; // "Visibility of 17 keypoints of the skeleton coco: on average 59% are visible."
 * ```
 */
export function keypointVisibilityChart(
  keypoints: ColumnTable,
  options: KeypointVisibilityChartOptions = {},
): ChartSpec {
  checkChartOptions(options, ["skeleton"]);
  const groups = groupsOf(keypoints, COLUMNS);
  const rows = readRows(keypoints, {
    texts: { skeleton: "skeleton", keypoint: "keypoint" },
    numbers: { visible: "visible_share", occluded: "occluded_share", outside: "outside_share" },
  }).map((row, i) => ({ ...row, group: groups?.of[i] ?? "" }));
  const skeletons = [...new Set(rows.map(({ skeleton }) => skeleton))];
  const wanted = options.skeleton === undefined ? undefined : cellText(options.skeleton);
  const skeleton = wanted ?? (skeletons.includes("coco") ? "coco" : (skeletons[0] ?? "coco"));
  if (options.skeleton !== undefined && !skeletons.includes(skeleton)) {
    throw new RangeError(
      `There is no skeleton "${skeleton}" in the table, expected one of ${skeletons.join(", ")}`,
    );
  }
  const own = rows.filter((row) => row.skeleton === skeleton);
  const order = pointOrder(
    skeleton,
    own.map(({ keypoint }) => keypoint),
  );
  const names = groups === null ? [""] : groups.names.slice(0, PLOTS);
  const { width = names.length > 1 ? 200 : 360, height = { step: order.length > 20 ? 14 : 18 } } = options;
  const plots = names.map((name, i): View => {
    const parts = own
      .filter(({ group }) => group === name)
      .flatMap((row) => [
        { key: row.keypoint, group: "visible", amount: row.visible ?? 0 },
        { key: row.keypoint, group: "occluded", amount: row.occluded ?? 0 },
        { key: row.keypoint, group: "outside", amount: row.outside ?? 0 },
      ]);
    return {
      ...(groups !== null && { title: { text: name, fontSize: 12 } }),
      ...{ width, height, data: { values: stackBars(parts, KINDS) } },
      mark: { type: "bar", orient: "horizontal" },
      encoding: {
        y: {
          ...{ field: "key", type: "nominal", sort: null, title: null },
          ...(order.length > 0 && { scale: { domain: order } }),
          axis: { ticks: false, domain: false, labels: i % 3 === 0 },
        },
        x: {
          ...{ field: "from", type: "quantitative", title: "share of instances", scale: { domain: [0, 1] } },
          axis: { format: ".0%", tickCount: 4 },
        },
        x2: { field: "to" },
        color: {
          ...{ field: "group", type: "nominal", title: null, sort: null },
          scale: { domain: KINDS, range: [PALETTE[0], PALETTE[5], NEUTRAL] },
          legend: { orient: "top", direction: "horizontal" },
        },
        tooltip: [
          { field: "key", type: "nominal", title: "keypoint" },
          { field: "group", type: "nominal", title: "is" },
          { field: "amount", type: "quantitative", title: "share", format: ".1%" },
        ],
      },
    };
  });
  const whole = plots.length === 1 ? (plots[0] as View) : { concat: plots, columns: 3 };
  const rest = (groups?.names.length ?? 1) - names.length;
  const mean = own.reduce((sum, { visible }) => sum + (visible ?? 0), 0) / Math.max(1, own.length);
  return makeChart({
    ...{ options, view: own.length > 0 ? whole : null },
    note: rest > 0 ? `${rest} more of ${groups?.title} are not shown` : null,
    description:
      `Visibility of ${order.length} keypoints of the skeleton ${skeleton}: ` +
      `on average ${(100 * mean).toFixed(0)}% are visible.`,
  });
}
