import type { AlikeRows } from "./alike-rows.ts";

/** What a level's rows are in each group of alike rows. */
interface LevelMeans {
  /** The mean outcome of each group, `NaN` where it has no row at the level. */
  means: Float64Array;
  /** For each base 1 where it has a row at the level. */
  isThere: Uint8Array;
}

/** What bases tell of two levels. */
export interface BaseDifferences {
  /** For each base the mean of b less a over its groups that have both, `NaN` where it has no such group. */
  differences: Float64Array;
  /** Bases that have rows at one level or both, but no group with both. */
  incomplete: number;
}

/** The outcomes of rows at levels. */
export interface LevelOutcomes {
  outcome: Float64Array;
  /** For each row its level. */
  codes: ArrayLike<number>;
  levels: number;
  /** The number of bases. */
  bases: number;
}

/**
 * Prepares the comparison of levels within groups of alike rows: the differences of the groups' means, averaged over the
 * groups of a base, each of which counts the same.
 */
export function baseDifferences(
  rows: LevelOutcomes,
  groups: AlikeRows,
): (a: number, b: number) => BaseDifferences {
  const byLevel = Array.from({ length: rows.levels }, (_, level) => levelMeans(rows, { groups, level }));
  return (a, b) => {
    const [first, second] = [byLevel[a] as LevelMeans, byLevel[b] as LevelMeans];
    const sums = new Float64Array(rows.bases);
    const counts = new Float64Array(rows.bases);
    second.means.forEach((mean, group) => {
      const difference = mean - (first.means[group] as number);
      if (Number.isNaN(difference)) return;
      const base = groups.bases[group] as number;
      sums[base] = (sums[base] as number) + difference;
      counts[base] = (counts[base] as number) + 1;
    });
    const differences = sums.map((sum, base) => sum / (counts[base] as number));
    const incomplete = counts.filter((count, base) => {
      return count === 0 && (first.isThere[base] === 1 || second.isThere[base] === 1);
    }).length;
    return { differences, incomplete };
  };
}

function levelMeans(
  { outcome, codes, bases }: LevelOutcomes,
  { groups, level }: { groups: AlikeRows; level: number },
): LevelMeans {
  const sums = new Float64Array(groups.count);
  const counts = new Float64Array(groups.count);
  const isThere = new Uint8Array(bases);
  outcome.forEach((value, row) => {
    if (codes[row] !== level) return;
    const group = groups.codes[row] as number;
    sums[group] = (sums[group] as number) + value;
    counts[group] = (counts[group] as number) + 1;
    isThere[groups.bases[group] as number] = 1;
  });
  return { means: sums.map((sum, group) => sum / (counts[group] as number)), isThere };
}
