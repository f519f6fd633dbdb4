import type { View } from "./chart-spec.ts";

/** Above this many levels, some have no label. */
const MANY = 40;

/** Options of {@link levelAxis}. */
export interface LevelAxisOptions {
  title: string;
  /** The width of the plot, shared by the levels, or null where each has as much as is good for it. */
  width: number | null;
  /** How wide a level is at its best. */
  step: number;
}

/** What {@link levelAxis} gives. */
export interface LevelAxis {
  /** The channel `x` for a field `level`. */
  x: View;
  width: number | { step: number; for: "position" };
}

/** A horizontal axis of levels, whose labels stand slanted where they are too long to lie. */
export function levelAxis(levels: readonly string[], { title, width, step }: LevelAxisOptions): LevelAxis {
  const each =
    width === null ? Math.max(12, Math.min(step, 900 / Math.max(1, levels.length))) : width / levels.length;
  const longest = levels.reduce((most, level) => Math.max(most, level.length), 0);
  return {
    x: {
      ...{ field: "level", type: "nominal", sort: null, title },
      ...(levels.length > 0 && { scale: { domain: [...levels] } }),
      axis: {
        ...{ labelAngle: longest * 7 > each ? -40 : 0, labelLimit: 140 },
        labelOverlap: levels.length > MANY ? "greedy" : false,
      },
    },
    width: width ?? { step: each, for: "position" },
  };
}
