import { checkPoints } from "./check-points.ts";
import { DISCREPANCY_MEASURES } from "./discrepancy-measures.ts";

/** A measure of how unevenly points fill the cube. */
export type DiscrepancyMethod = "CD" | "WD" | "MD" | "L2-star";

/** Options of {@link discrepancy}. */
export interface DiscrepancyOptions {
  /**
   * `CD` centred, `WD` wrap-around, `MD` mixture (all three squared), or `L2-star` (not squared).
   * @default "CD"
   */
  method?: DiscrepancyMethod | undefined;
}

/**
 * How unevenly points fill the unit cube; lower is better. Compare designs of the same size only. The conventions
 * are those of `scipy.stats.qmc.discrepancy`; formulas by Hickernell (1998) and Zhou, Fang and Ning (2013).
 * Time grows with the square of the number of points.
 *
 * @param points A column per dimension, numbers from 0 to 1.
 * @throws {RangeError} When there are no points, columns differ in length, a number is not in [0, 1], or the method is
 * not one of the four.
 * @example
 * ```ts
 * const points = [Float64Array.of(0.25, 0.75), Float64Array.of(0.75, 0.25)];
 * discrepancy(points); // 0.0622…
 * discrepancy(points, { method: "WD" }); // 0.1284…
 * ```
 */
export function discrepancy(
  points: readonly Float64Array[],
  { method = "CD" }: DiscrepancyOptions = {},
): number {
  if (!Object.hasOwn(DISCREPANCY_MEASURES, method)) {
    const names = Object.keys(DISCREPANCY_MEASURES).join(", ");
    throw new RangeError(`method must be one of ${names}, got ${String(method)}`);
  }
  const measure = DISCREPANCY_MEASURES[method];
  const n = checkPoints(points);
  const products = new Float64Array(n);
  let [pointSum, pairSum] = [0, 0];
  for (let i = 0; i < n; i++) {
    let [point, self] = [1, 1];
    products.fill(1, i + 1);
    for (const column of points) {
      point *= measure.point(column[i] as number);
      self *= measure.self(column[i] as number);
      measure.pairs(products, column, i);
    }
    pointSum += point;
    pairSum += self;
    for (let j = i + 1; j < n; j++) pairSum += 2 * (products[j] as number);
  }
  const dimensions = points.length;
  const pointPart = (measure.pointWeight(dimensions) * pointSum) / n;
  return measure.finish(measure.constant(dimensions) - pointPart + pairSum / (n * n));
}
