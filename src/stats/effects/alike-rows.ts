import type { Grouping } from "../least-squares/grouping.ts";

/** Groups of rows that are alike in some respects; each is within one base. */
export interface AlikeRows extends Grouping {
  codes: Int32Array;
  /** For each group its base. */
  bases: Int32Array;
}

/**
 * Groups rows that have the same base and the same level of each of some factors. Rows without a level are alike in that.
 *
 * @param others For each factor the level of each row; -1 where it has none.
 */
export function alikeRows(bases: Grouping, others: readonly Int32Array[]): AlikeRows {
  let groups = regroup(Int32Array.from(bases.codes), null);
  for (const levels of others) {
    // Nothing parts rows any further that are each alone.
    if (groups.count === groups.codes.length) break;
    groups = regroup(groups.codes, levels);
  }
  const baseOf = new Int32Array(groups.count);
  groups.codes.forEach((group, row) => {
    baseOf[group] = bases.codes[row] as number;
  });
  return { ...groups, bases: baseOf };
}

/** Parts groups by levels, and numbers what there is. */
function regroup(codes: Int32Array, levels: Int32Array | null): { codes: Int32Array; count: number } {
  const width = levels === null ? 1 : levels.reduce((most, level) => Math.max(most, level), -1) + 2;
  const places = new Map<number, number>();
  const parted = codes.map((code, row) => {
    const key = code * width + (levels === null ? 0 : (levels[row] as number) + 1);
    const place = places.get(key) ?? places.size;
    places.set(key, place);
    return place;
  });
  return { codes: parted, count: places.size };
}
