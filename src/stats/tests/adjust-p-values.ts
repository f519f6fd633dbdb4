/** How p-values of several tests are corrected; see {@link adjustPValues}. */
export type Correction = "holm" | "bonferroni" | "benjaminiHochberg" | "none";

const CORRECTIONS: readonly Correction[] = ["holm", "bonferroni", "benjaminiHochberg", "none"];

/**
 * Checks the name of a correction.
 *
 * @throws {RangeError} When there is no correction of that name.
 */
export function checkCorrection(correction: Correction): void {
  if (CORRECTIONS.includes(correction)) return;
  throw new RangeError(`correction must be one of ${CORRECTIONS.join(", ")}, got ${String(correction)}`);
}

/**
 * Corrects the p-values of a family of tests for their number. Conventions of R's `p.adjust`:
 *
 * - `holm` (Holm 1979): the chance of even one false finding stays below the level; never worse than `bonferroni`.
 * - `bonferroni`: p times the number of tests; holds the same chance, with less power.
 * - `benjaminiHochberg` (1995): the expected share of false ones among the findings stays below the level.
 * - `none`: the p-values as they are.
 *
 * A missing p-value (a test that could not be made) stays missing and does not count as a test.
 *
 * @param pValues Numbers from 0 to 1; `null` or `NaN` where there is none.
 * @param correction @default "holm"
 * @returns Corrected p-values in the same order, at most 1, `null` where there was none.
 * @throws {RangeError} When a p-value is not in 0 to 1, or there is no correction of that name.
 * @example
 * ```ts
 * adjustPValues([0.01, 0.02, null, 0.5]); // [0.03, 0.04, null, 0.5]
 * ```
 */
export function adjustPValues(
  pValues: ArrayLike<number | null>,
  correction: Correction = "holm",
): (number | null)[] {
  checkCorrection(correction);
  const adjusted = Array.from(pValues, checked);
  const order = [...adjusted.keys()].filter((i) => adjusted[i] !== null);
  order.sort((a, b) => Number(adjusted[a]) - Number(adjusted[b]));
  if (correction === "benjaminiHochberg") order.reverse();
  let bound = correction === "benjaminiHochberg" ? 1 : 0;
  order.forEach((place, i) => {
    const p = Number(adjusted[place]);
    if (correction === "none") return;
    if (correction === "bonferroni") bound = p * order.length;
    else if (correction === "holm") bound = Math.max(bound, p * (order.length - i));
    else bound = Math.min(bound, p * (order.length / (order.length - i)));
    adjusted[place] = Math.min(bound, 1);
  });
  return adjusted;
}

function checked(p: number | null, place: number): number | null {
  if (p === null || p === undefined || Number.isNaN(p)) return null;
  if (p >= 0 && p <= 1) return p;
  throw new RangeError(`p-value ${place} must be from 0 to 1, got ${String(p)}`);
}
