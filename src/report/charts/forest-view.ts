import type { View } from "./chart-spec.ts";
import { NEUTRAL, PALETTE } from "./palette.ts";

/** One line of a forest. */
export interface ForestEntry {
  label: string;
  effect: number;
  low: number | null;
  high: number | null;
  significant: boolean;
}

/** Options of {@link forestView}. */
export interface ForestViewOptions {
  title: string;
  /** The ends of the axis, which all blocks share. */
  domain: readonly number[];
  width: number;
  /** How many entries are shown. */
  top: number;
  /** The title of the axis; null for no axis at all. */
  axis: string | null;
}

/** The words of the legend. */
const WORDS = ["significant", "not significant"];

/** One block of a forest: points with intervals about a line at zero. */
export function forestView(entries: readonly ForestEntry[], options: ForestViewOptions): View {
  const { title, domain, width, top, axis } = options;
  const strongest = [...entries].sort((a, b) => Math.abs(b.effect) - Math.abs(a.effect)).slice(0, top);
  const shown = entries.filter((entry) => strongest.includes(entry));
  const rest = entries.length - shown.length;
  const values = shown.map(({ label, effect, low, high, significant }) => ({
    ...{ label, effect, low: low ?? effect, high: high ?? effect },
    verdict: WORDS[significant ? 0 : 1],
  }));
  const x = {
    type: "quantitative",
    scale: { domain, nice: true },
    axis: axis === null ? { labels: false, ticks: false, domain: false, title: null } : { title: axis },
  };
  const y = {
    ...{ field: "label", type: "nominal", sort: null, title: null },
    axis: { ticks: false, domain: false, minExtent: 120, maxExtent: 180 },
  };
  const verdict = (range: readonly string[]): View => ({
    ...{ field: "verdict", type: "nominal", title: null, scale: { domain: WORDS, range } },
    // All blocks share one legend.
    legend: { orient: "top", direction: "horizontal" },
  });
  const color = verdict([PALETTE[0] ?? NEUTRAL, NEUTRAL]);
  return {
    title: {
      text: rest > 0 ? `${title} (${rest} more levels)` : title,
      ...{ fontSize: 12, anchor: "start", offset: 4 },
    },
    data: { values },
    width,
    height: { step: 18 },
    layer: [
      { mark: "rule", data: { values: [{ zero: 0 }] }, encoding: { x: { ...x, field: "zero" } } },
      {
        mark: { type: "rule", strokeWidth: 2 },
        encoding: { y, x: { ...x, field: "low" }, x2: { field: "high" }, color },
      },
      {
        mark: { type: "point", filled: false, size: 50, strokeWidth: 2 },
        encoding: {
          ...{ y, x: { ...x, field: "effect" }, color, shape: verdict(["diamond", "circle"]) },
          fill: { ...verdict([PALETTE[0] ?? NEUTRAL, "transparent"]) },
          tooltip: [
            { field: "label", type: "nominal", title: "level" },
            ...["effect", "low", "high"].map((field) => ({ field, type: "quantitative", format: ".4~g" })),
          ],
        },
      },
    ],
  };
}
