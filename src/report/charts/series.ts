import type { View } from "./chart-spec.ts";
import { NEUTRAL, PALETTE } from "./palette.ts";

/** Which groups have a colour of their own, and in which the others go. */
export interface Series {
  /** The groups of the chart, in order. */
  names: string[];
  /** The group that each one goes into. */
  into: ReadonlyMap<string, string>;
  /** The channel `color` for a field `group`. */
  color: View;
}

/** Options of {@link seriesOf}. */
export interface SeriesOptions {
  /** What the groups are groups of. */
  title: string;
  /** How large each group is: the largest have colours of their own. */
  sizes: ReadonlyMap<string, number>;
}

/** Groups that stand on one another: as many as the palette has colours, and the others together in grey. */
export function seriesOf(groups: readonly string[], { title, sizes }: SeriesOptions): Series {
  const size = (name: string): number => sizes.get(name) ?? 0;
  const kept =
    groups.length <= PALETTE.length
      ? groups
      : new Set([...groups].sort((a, b) => size(b) - size(a)).slice(0, PALETTE.length));
  const own = groups.filter((name) => new Set(kept).has(name));
  const others = `${groups.length - own.length} others`;
  const names = own.length < groups.length ? [...own, others] : own;
  const range = names.map((_, i) => PALETTE[i] ?? NEUTRAL);
  return {
    names,
    into: new Map(groups.map((name) => [name, own.includes(name) ? name : others])),
    color: { field: "group", type: "nominal", title, sort: null, scale: { domain: names, range } },
  };
}
