import type { View } from "./chart-spec.ts";
import { PALETTE } from "./palette.ts";

const DASHES = [
  [1, 0],
  [6, 3],
];
const SHAPES = ["circle", "square", "triangle-up", "diamond", "cross", "triangle-down"];

/** Bands behind the lines are faint; the legend is not. */
const LEGEND = { symbolOpacity: 1 };

/** How many lines one chart has at most: more cannot be told apart. */
export const MAX_LINES: number = PALETTE.length * DASHES.length;

/** Lines told apart by colour, dashes and the shape of their points. */
export interface LineSeries {
  /** The groups that have a line. */
  shown: string[];
  /** What is said of the others, or null. */
  note: string | null;
  /** Channels for lines and points, for a field `group`. */
  color: View;
  dash: View;
  shape: View;
}

/** The first {@link MAX_LINES} groups as lines. */
export function lineSeries(groups: readonly string[], title: string): LineSeries {
  const shown = groups.slice(0, MAX_LINES);
  const rest = groups.length - shown.length;
  const channel = (range: readonly unknown[]): View => ({
    ...{ field: "group", type: "nominal", title, sort: null },
    ...(shown.length > 0 && {
      scale: { domain: shown, range: shown.map((_, i) => range[i % range.length]) },
    }),
  });
  return {
    shown,
    note: rest > 0 ? `${rest} more of ${title} are not shown` : null,
    color: { ...channel(PALETTE), legend: LEGEND },
    dash: {
      ...channel([...PALETTE.map(() => DASHES[0]), ...PALETTE.map(() => DASHES[1])]),
      legend: LEGEND,
    },
    shape: { ...channel(SHAPES), legend: LEGEND },
  };
}
