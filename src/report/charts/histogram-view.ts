import { type BinAxesOptions, binAxes } from "./bin-axes.ts";
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
export interface HistogramViewOptions extends BinAxesOptions {
  /** What the groups are groups of; null where there are none. */
  groupTitle: string | null;
}

/** Bins as bars side by side, groups on one another. */
export function histogramView(bins: readonly HistogramBin[], options: HistogramViewOptions): View {
  const { groupTitle, width, height, yTitle, shares = false } = options;
  const sizes = new Map<string, number>();
  for (const { group, amount } of bins) sizes.set(group, (sizes.get(group) ?? 0) + amount);
  const series = seriesOf([...sizes.keys()], { title: groupTitle ?? "", sizes });
  const parts = bins.map((bin) => ({ ...bin, key: bin.start, group: series.into.get(bin.group) ?? "" }));
  const values = stackBars(parts, series.names).map(({ start, end, from, to, amount, group }) => ({
    ...{ start, end, from, to, amount },
    ...(groupTitle !== null && { group }),
  }));
  const { x, y } = binAxes(bins, options);
  const barWidth = width / Math.max(1, new Set(bins.map(({ start }) => start)).size);
  return {
    data: { values },
    width,
    height,
    // A gap of a pixel between bars that are wide enough for one.
    mark: { type: "rect", x2Offset: barWidth > 4 ? -1 : 0 },
    encoding: {
      x: { ...x, field: "start" },
      x2: { field: "end" },
      y: { ...y, field: "from" },
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
