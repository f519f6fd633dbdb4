/** A part of a bar. */
export interface BarPart {
  /** Which bar it belongs to. */
  key: string | number;
  group: string;
  amount: number;
}

/** A part of a bar with the place where it begins and ends. */
export type StackedPart<P extends BarPart> = P & { from: number; to: number };

/**
 * The parts of each bar on one another in the order of the groups. Parts of one bar and group become one; those of
 * nothing are left out.
 */
export function stackBars<P extends BarPart>(
  parts: readonly P[],
  groups: readonly string[],
): StackedPart<P>[] {
  const bars = new Map<P["key"], Map<string, P>>();
  for (const part of parts) {
    const bar = bars.get(part.key) ?? new Map<string, P>();
    bars.set(part.key, bar);
    const known = bar.get(part.group);
    bar.set(part.group, known ? { ...known, amount: known.amount + part.amount } : part);
  }
  return [...bars.values()].flatMap((bar) => {
    let from = 0;
    return groups.flatMap((group) => {
      const part = bar.get(group);
      if (part === undefined || part.amount === 0) return [];
      const to = from + part.amount;
      const stacked = { ...part, from, to };
      from = to;
      return [stacked];
    });
  });
}
