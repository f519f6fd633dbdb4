import { checkOptionNames } from "../../util/check-option-names.ts";
import { sortedNumbers } from "../columns/sorted-numbers.ts";
import { kolmogorovTail } from "./kolmogorov-tail.ts";
import { smirnovTail } from "./smirnov-tail.ts";

/** How the p-value of {@link ksTest} is computed; `auto`: exactly as long as that is quick, else by the limit. */
export type KsMethod = "auto" | "exact" | "asymptotic";

/** Options of {@link ksTest}. */
export interface KsTestOptions {
  /** @default "auto" */
  method?: KsMethod | undefined;
}

/** What {@link ksTest} finds. */
export interface KsTest {
  /** The largest distance between the two cumulative distributions, 0 to 1; null where one has no values. */
  statistic: number | null;
  pValue: number | null;
  /** How the p-value was computed. */
  method: "exact" | "asymptotic";
}

const METHODS: readonly KsMethod[] = ["auto", "exact", "asymptotic"];

/** Steps of the exact computation that `auto` allows: about a tenth of a second. */
const MAX_STEPS = 2e7;

/**
 * The two-sample Kolmogorov-Smirnov test, two-sided. The exact p-value (as `scipy.stats.ks_2samp` gives) supposes that
 * no two values are equal; where some are, it is too large, so that the test finds less. For samples so large that it
 * would take long, it comes from Kolmogorov's limit distribution. Missing and infinite values are left out.
 *
 * @throws {RangeError} When the method is none of the three.
 * @example
 * ```ts
 * ksTest([1, 2, 3, 4], [3, 4, 5, 6]); // { statistic: 0.5, pValue: 0.7714…, method: "exact" }
 * ```
 */
export function ksTest(a: ArrayLike<number>, b: ArrayLike<number>, options: KsTestOptions = {}): KsTest {
  checkOptionNames(options, ["method"]);
  const { method = "auto" } = options;
  if (!METHODS.includes(method)) {
    throw new RangeError(`method must be one of ${METHODS.join(", ")}, got ${String(method)}`);
  }
  return ksOfSorted(sortedNumbers(a), sortedNumbers(b), method);
}

/** The test of numbers that are finite and ascend. */
export function ksOfSorted(a: Float64Array, b: Float64Array, method: KsMethod = "auto"): KsTest {
  const [m, n] = a.length <= b.length ? [a.length, b.length] : [b.length, a.length];
  if (m === 0) return { statistic: null, pValue: null, method: "exact" };
  const steps = largestGap(a, b);
  const statistic = steps / (m * n);
  const isQuick = Math.min(1, 2 * statistic) * m * n <= MAX_STEPS;
  if (method === "exact" || (method === "auto" && isQuick)) {
    return { statistic, pValue: smirnovTail(m, n, steps), method: "exact" };
  }
  const lambda = statistic * Math.sqrt((m * n) / (m + n));
  return { statistic, pValue: kolmogorovTail(lambda), method: "asymptotic" };
}

/** The largest gap between the cumulative distributions in units of 1 / (m n), so that it is a whole number. */
function largestGap(a: Float64Array, b: Float64Array): number {
  let [i, j, gap] = [0, 0, 0];
  while (i < a.length && j < b.length) {
    const value = Math.min(a[i] as number, b[j] as number);
    while (i < a.length && a[i] === value) i++;
    while (j < b.length && b[j] === value) j++;
    gap = Math.max(gap, Math.abs(i * b.length - j * a.length));
  }
  return gap;
}
