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
  /** Whether each of the first so many candidates satisfies the condition. */
  candidates: (count: number) => Iterable<boolean>;
  /** Told how many candidates were looked at. */
  onAcceptance?: ((acceptance: Acceptance) => void) | undefined;
}

/**
 * The places of the first candidates that satisfy a condition.
 *
 * @throws {RangeError} When too few do; the message tells the rate.
 */
export function chooseRows({ n, maxCandidates, candidates, onAcceptance }: ChooseRowsOptions): number[] {
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
    for (const isGood of candidates(Math.min(count, maxCandidates))) {
      if (place++ < seen) continue;
      seen++;
      if (isGood && rows.push(place - 1) === n) break;
    }
  }
  onAcceptance?.({ accepted: n, candidates: seen, rate: n / seen });
  return rows;
}
