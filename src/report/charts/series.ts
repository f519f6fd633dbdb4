import type { View } from "./chart-spec.ts";
import { NEUTRAL, PALETTE } from "./palette.ts";

/** Groups that stand on one another: which have a colour of their own, and in which the others go. */
export interface Series {
  /** What the groups are groups of. */
  title: string;
  /** The groups of the chart, in order. */
  names: string[];
  /** The group that each one goes into. */
  into: ReadonlyMap<string, string>;
  /** The channel `color` for a field `group`. */
  color: View;
}

/** A row that belongs to a group. */
export interface GroupedAmount {
  group: string;
  amount: number;
}

/** As many groups as the palette has colours, the largest, and the others together in grey. */
export function seriesOf(rows: readonly GroupedAmount[], title: string): Series {
  const sizes = new Map<string, number>();
  for (const { group, amount } of rows) sizes.set(group, (sizes.get(group) ?? 0) + amount);
  const largest = [...sizes].sort((a, b) => b[1] - a[1]).slice(0, PALETTE.length);
  const kept = new Set(largest.map(([group]) => group));
  const own = [...sizes.keys()].filter((group) => kept.has(group));
  const others = `${sizes.size - own.length} others`;
  const names = own.length < sizes.size ? [...own, others] : own;
  const range = names.map((_, i) => PALETTE[i] ?? NEUTRAL);
  return {
    title,
    names,
    into: new Map([...sizes.keys()].map((group) => [group, kept.has(group) ? group : others])),
    color: { field: "group", type: "nominal", title, sort: null, scale: { domain: names, range } },
  };
}
