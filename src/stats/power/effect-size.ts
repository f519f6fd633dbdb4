/** The size of an effect, as {@link powerOfDesign} takes it. */
export interface EffectSize {
  /**
   * - `d`: the difference of two levels' means in standard deviations within a level (Cohen's d); of jobs in pairs, in
   *   standard deviations of the differences.
   * - `f`: the standard deviation of the levels' means in standard deviations within a level (Cohen's f); of jobs that
   *   share bases, in standard deviations within bases.
   * - `etaSquared`: the share of the variation that lies between levels, f² = η² / (1 - η²).
   * - `r`: the correlation of a numeric factor with the outcome, whose straight line is tested.
   */
  kind: "d" | "f" | "etaSquared" | "r";
  /** Cohen calls d of 0.2, 0.5, 0.8, f of 0.1, 0.25, 0.4 and r of 0.1, 0.3, 0.5 small, medium and large. */
  value: number;
}

const KINDS: readonly EffectSize["kind"][] = ["d", "f", "etaSquared", "r"];

/**
 * Checks the size of an effect.
 *
 * @throws {RangeError} When there is no such kind or its value is out of range.
 */
export function checkEffectSize({ kind, value }: EffectSize): void {
  if (!KINDS.includes(kind))
    throw new RangeError(`effect.kind must be one of ${KINDS.join(", ")}, got ${kind}`);
  const isSigned = kind === "d" || kind === "r";
  const limit = kind === "etaSquared" || kind === "r" ? 1 : Number.POSITIVE_INFINITY;
  const size = isSigned ? Math.abs(value) : value;
  if (size >= 0 && size < limit) return;
  const range =
    limit === 1 ? `${isSigned ? "above -1" : "0 or more"} and below 1` : isSigned ? "finite" : "0 or more";
  throw new RangeError(`effect.value of kind "${kind}" must be ${range}, got ${String(value)}`);
}
