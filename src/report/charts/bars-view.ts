import type { View } from "./chart-spec.ts";
import type { Series } from "./series.ts";
import { stackBars } from "./stack-bars.ts";

/** How often a value occurs. */
export interface Bar {
  value: string;
  amount: number;
  /** Empty where there are no groups. */
  group: string;
}

/** Options of {@link barsView}. */
export interface BarsViewOptions {
  /** What the values are values of. */
  title: string;
  amountTitle: string;
  /** The groups; null where there are none. */
  series: Series | null;
  width: number;
  /** Null for as much as the bars need. */
  height: number | null;
  /** How many values have a bar of their own. */
  top: number;
  shares?: boolean;
}

/** Bars from left to right, the largest first, groups on one another; values beyond the first `top` share one bar. */
export function barsView(bars: readonly Bar[], options: BarsViewOptions): View {
  const { title, amountTitle, series, width, height, top, shares = false } = options;
  const order = largestFirst(bars);
  const kept = order.length > top + 1 ? order.slice(0, top) : order;
  const others = `${order.length - kept.length} others`;
  const rank = new Map(kept.map((value, i) => [value, i]));
  const parts = bars.map(({ value, amount, group }) => {
    const key = rank.get(value) ?? kept.length;
    return { key, value: kept[key] ?? others, amount, group: series?.into.get(group) ?? "" };
  });
  const values = stackBars(parts, series?.names ?? [""]).map(({ value, from, to, amount, group }) => ({
    ...{ value, from, to, amount },
    ...(series !== null && { group }),
  }));
  const domain = kept.length < order.length ? [...kept, others] : kept;
  return {
    data: { values },
    width,
    height: height ?? { step: 18 },
    mark: { type: "bar", orient: "horizontal" },
    encoding: {
      y: {
        field: "value",
        type: "nominal",
        title,
        sort: null,
        ...(domain.length > 0 && { scale: { domain } }),
        axis: { ticks: false, domain: false },
      },
      x: {
        field: "from",
        type: "quantitative",
        title: amountTitle,
        axis: {
          format: shares ? ".0%" : ",~r",
          ...{ tickCount: Math.max(2, Math.round(width / 60)), tickMinStep: shares ? 0.01 : 1 },
        },
      },
      x2: { field: "to" },
      ...(series !== null && { color: series.color }),
      tooltip: [
        { field: "value", type: "nominal", title },
        ...(series === null ? [] : [{ field: "group", type: "nominal", title: series.title }]),
        { field: "amount", type: "quantitative", title: amountTitle, format: shares ? ".1%" : ",~r" },
      ],
    },
  };
}

function largestFirst(bars: readonly Bar[]): string[] {
  const amounts = new Map<string, number>();
  for (const { value, amount } of bars) amounts.set(value, (amounts.get(value) ?? 0) + amount);
  return [...amounts].sort((a, b) => b[1] - a[1]).map(([value]) => value);
}
