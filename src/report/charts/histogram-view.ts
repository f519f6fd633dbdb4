import { type BinAxesOptions, binAxes } from "./bin-axes.ts";
import type { View } from "./chart-spec.ts";
import type { Series } from "./series.ts";
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
  /** The groups; null where there are none. */
  series: Series | null;
}

/** Bins as bars side by side, groups on one another. */
export function histogramView(bins: readonly HistogramBin[], options: HistogramViewOptions): View {
  const { series, width, height, yTitle, shares = false } = options;
  const parts = bins.map((bin) => ({ ...bin, key: bin.start, group: series?.into.get(bin.group) ?? "" }));
  const stacked = stackBars(parts, series?.names ?? [""]);
  const values = stacked.map(({ start, end, from, to, amount, group }) => ({
    ...{ start, end, from, to, amount },
    ...(series !== null && { group }),
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
      ...(series !== null && { color: series.color }),
      tooltip: [
        ...(series === null ? [] : [{ field: "group", type: "nominal", title: series.title }]),
        { field: "start", type: x.type, title: "from" },
        { field: "end", type: x.type, title: "to" },
        { field: "amount", type: "quantitative", title: yTitle, format: shares ? ".1%" : ",~r" },
      ],
    },
  };
}
