import type { View } from "./chart-spec.ts";
import { seriesOf } from "./series.ts";
import { stackBars } from "./stack-bars.ts";

/** What is in one bin. */
export interface HistogramBin {
  start: number;
  end: number;
  amount: number;
  /** Empty where there are no groups. */
  group: string;
}

/** Options of {@link histogramView}. */
export interface HistogramViewOptions {
  xTitle: string;
  yTitle: string;
  /** What the groups are groups of; null where there are none. */
  groupTitle: string | null;
  width: number;
  height: number;
  /** Whether bins are milliseconds since 1970. */
  temporal?: boolean;
  /** Whether amounts are shares of 1. */
  shares?: boolean;
}

/** Bins as bars side by side, groups on one another. */
export function histogramView(bins: readonly HistogramBin[], options: HistogramViewOptions): View {
  const { xTitle, yTitle, groupTitle, width, height, temporal = false, shares = false } = options;
  const sizes = new Map<string, number>();
  for (const { group, amount } of bins) sizes.set(group, (sizes.get(group) ?? 0) + amount);
  const series = seriesOf([...sizes.keys()], { title: groupTitle ?? "", sizes });
  const parts = bins.map((bin) => ({ ...bin, key: bin.start, group: series.into.get(bin.group) ?? "" }));
  const values = stackBars(parts, series.names).map(({ start, end, from, to, amount, group }) => ({
    ...{ start, end, from, to, amount },
    ...(groupTitle !== null && { group }),
  }));
  const edges = bins.flatMap(({ start, end }) => [start, end]);
  const x = {
    field: "start",
    type: temporal ? "temporal" : "quantitative",
    title: xTitle,
    scale: {
      ...(edges.length > 0 && { domain: [least(edges), most(edges)] }),
      ...{ nice: false, zero: false, ...(temporal && { type: "utc" }) },
    },
    axis: { grid: false, tickCount: Math.max(2, Math.round(width / 50)) },
  };
  const y = {
    field: "from",
    type: "quantitative",
    title: yTitle,
    scale: { zero: true },
    axis: { tickCount: Math.max(2, Math.round(height / 40)), format: shares ? ".0%" : ",~r" },
  };
  return {
    data: { values },
    width,
    height,
    // A gap of a pixel between bars that are wide enough for one.
    mark: { type: "rect", x2Offset: bins.length > 0 && width / (edges.length / 2) > 4 ? -1 : 0 },
    encoding: {
      x,
      x2: { field: "end" },
      y,
      y2: { field: "to" },
      ...(groupTitle !== null && { color: series.color }),
      tooltip: [
        ...(groupTitle === null ? [] : [{ field: "group", type: "nominal", title: groupTitle }]),
        { field: "start", type: x.type, title: "from" },
        { field: "end", type: x.type, title: "to" },
        { field: "amount", type: "quantitative", title: yTitle, format: shares ? ".1%" : ",~r" },
      ],
    },
  };
}

function least(values: readonly number[]): number {
  return values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
}

function most(values: readonly number[]): number {
  return values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
}
