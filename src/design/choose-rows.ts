import type { RowView } from "./derive.ts";

/** How many candidates a condition let through. */
export interface Acceptance {
  accepted: number;
  candidates: number;
  /** `accepted / candidates`, 0 to 1. */
  rate: number;
}

/** What {@link chooseRows} needs. */
export interface ChooseRowsOptions {
  /** The number of rows that are wanted. */
  n: number;
  /** The most candidates to look at. */
  maxCandidates: number;
  /** The first so many candidates, each a row. */
  candidates: (count: number) => Iterable<RowView>;
  where: (row: RowView) => boolean;
}

/**
 * The first candidates that satisfy a condition.
 *
 * @returns Their places among the candidates, and how many were looked at.
 * @throws {RangeError} When too few do; the message tells the rate.
 */
export function chooseRows({ n, maxCandidates, candidates, where }: ChooseRowsOptions): {
  rows: number[];
  seen: number;
} {
  const rows: number[] = [];
  let seen = 0;
  for (let count = n; rows.length < n; count *= 2) {
    if (seen >= maxCandidates) {
      const percent = Number(((100 * rows.length) / seen).toPrecision(2));
      throw new RangeError(
        `Only ${rows.length} of ${seen} candidates (${percent} %) satisfy the condition, ${n} rows are wanted: ` +
          "loosen it, narrow the distributions, or raise maxCandidates",
      );
    }
    let place = 0;
    for (const row of candidates(Math.min(count, maxCandidates))) {
      if (place++ < seen) continue;
      seen++;
      if (where(row) && rows.push(place - 1) === n) break;
    }
  }
  return { rows, seen };
}
