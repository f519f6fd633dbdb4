import { type BinAxesOptions, binAxes } from "./bin-axes.ts";
import type { View } from "./chart-spec.ts";
import type { HistogramBin } from "./histogram-view.ts";
import { lineSeries } from "./line-series.ts";

/** Histograms over one another, each as a line of steps over a faint ground; the groups share their bins. */
export function stepsView(
  bins: readonly HistogramBin[],
  options: BinAxesOptions & { groupTitle: string },
): View {
  const { groupTitle, width, height } = options;
  const series = lineSeries([...new Set(bins.map(({ group }) => group))], groupTitle);
  const values = series.shown.flatMap((group) => {
    const own = bins.filter((bin) => bin.group === group).sort((a, b) => a.start - b.start);
    const last = own.at(-1);
    const steps = own.map(({ start, amount }) => ({ group, place: start, amount }));
    return last === undefined ? [] : [...steps, { group, place: last.end, amount: last.amount }];
  });
  const { x, y } = binAxes(bins, options);
  return {
    data: { values },
    width,
    height,
    encoding: {
      x: { ...x, field: "place" },
      y: { ...y, field: "amount", stack: null },
      color: series.color,
    },
    layer: [
      { mark: { type: "area", interpolate: "step-after", opacity: 0.15 } },
      { mark: { type: "line", interpolate: "step-after" }, encoding: { strokeDash: series.dash } },
    ],
  };
}
