import type { View } from "./chart-spec.ts";
import type { Trace } from "./imu-traces.ts";
import { NEUTRAL, PALETTE } from "./palette.ts";

/** Up to so many repetitions are numbered. */
const COUNTED = 25;

/** Options of {@link traceView}. */
export interface TraceViewOptions {
  /** The lines that the plot has. */
  traces: readonly Trace[];
  /** When repetitions end, and which. */
  ends: readonly { time: number; count: number }[];
  width: number;
  height: number;
  /** Whether the plot is the uppermost, which numbers the repetitions. */
  isFirst: boolean;
  /** Whether it is the lowest, which has the axis. */
  isLast: boolean;
  /** The first and the last time. */
  first: number;
  last: number;
}

/** Lines over time, with vertical ones where repetitions end. */
export function traceView(values: readonly object[], options: TraceViewOptions): View {
  const { traces, ends, width, height, isFirst, isLast, first, last } = options;
  const names = traces.map(({ name }) => name);
  const series = { field: "group", type: "nominal", title: null, sort: null };
  const x = {
    ...{ field: "time", type: "quantitative", title: isLast ? "time (s)" : null },
    scale: { domain: [first, last], nice: false, zero: false },
    axis: { grid: false, labels: isLast },
  };
  return {
    width,
    height,
    layer: [
      {
        data: { values: ends },
        mark: { type: "rule", color: NEUTRAL, strokeDash: [3, 3] },
        encoding: { x },
      },
      {
        data: { values: isFirst && ends.length <= COUNTED ? ends : [] },
        mark: { type: "text", y: 0, dy: 2, dx: -3, align: "right", baseline: "top" },
        encoding: { x, text: { field: "count" } },
      },
      {
        data: { values },
        mark: { type: "line", strokeWidth: 1.5 },
        encoding: {
          x,
          y: {
            ...{ field: "value", type: "quantitative", title: traces[0]?.title ?? null },
            scale: { zero: false },
          },
          color: { ...series, scale: { domain: names, range: PALETTE.slice(0, names.length) } },
          strokeDash: {
            ...series,
            scale: {
              domain: names,
              range: [
                [1, 0],
                [6, 3],
                [2, 2],
              ].slice(0, names.length),
            },
          },
        },
      },
    ],
  };
}
