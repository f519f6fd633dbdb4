import type { Bar } from "./bars-view.ts";
import type { View } from "./chart-spec.ts";
import { PALETTE } from "./palette.ts";

/** Options of {@link pairedBarsView}. */
export interface PairedBarsViewOptions {
  title: string;
  /** The two groups, in order. */
  names: readonly string[];
  width: number;
  /** Null for as much as the bars need. */
  height: number | null;
  /** How many values have bars of their own. */
  top: number;
}

/** For each value a bar of each of two groups, as shares; the values most frequent in the first group come first. */
export function pairedBarsView(
  bars: readonly Bar[],
  { title, names, width, height, top }: PairedBarsViewOptions,
): View {
  const all = [...new Set(bars.map(({ value }) => value))];
  const kept = all.length > top + 1 ? all.slice(0, top) : all;
  const others = `${all.length - kept.length} others`;
  const sums = new Map<string, Bar>();
  for (const bar of bars) {
    const value = kept.includes(bar.value) ? bar.value : others;
    const key = JSON.stringify([value, bar.group]);
    sums.set(key, { ...bar, value, amount: (sums.get(key)?.amount ?? 0) + bar.amount });
  }
  const domain = kept.length < all.length ? [...kept, others] : kept;
  return {
    data: { values: [...sums.values()] },
    width,
    height: height ?? { step: 26, for: "position" },
    mark: { type: "bar", orient: "horizontal" },
    encoding: {
      y: {
        ...{ field: "value", type: "nominal", sort: null, title },
        ...(domain.length > 0 && { scale: { domain, paddingInner: 0.25 } }),
        axis: { ticks: false, domain: false },
      },
      yOffset: { field: "group", sort: null, scale: { domain: names } },
      x: { field: "amount", type: "quantitative", title: "share", stack: null, axis: { format: ".0%" } },
      color: {
        ...{ field: "group", type: "nominal", title: null, sort: null },
        scale: { domain: names, range: PALETTE.slice(0, 2) },
      },
      tooltip: [
        { field: "value", type: "nominal", title },
        { field: "group", type: "nominal", title: "in" },
        { field: "amount", type: "quantitative", title: "share", format: ".1%" },
      ],
    },
  };
}
