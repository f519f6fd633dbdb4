import { pchisq } from "lib-r-math.js";
import { commonUnit } from "../tests/common-unit.ts";
import { counted } from "../text/quantity.ts";
import type { Alert } from "./alert-table.ts";
import type { AlertThresholds } from "./alert-thresholds.ts";

/** Up to how many different numbers count one by one. */
const MAX_SEPARATE = 50;

/** How many rows a value must have on average for the test to hold (Cochran 1954): rarer ones that are absent look even. */
const MIN_EXPECTED = 5;

/**
 * `UNIFORM`, where values are as even as chance would hardly make them: those of a design. Few different values are
 * counted one by one, many numbers in Sturges' number of bins of the same width.
 *
 * @param of `numbers`: ascending and not all the same; null for texts and truth values.
 */
export function uniformAlert(
  column: string,
  { counts, numbers }: { counts: ReadonlyMap<unknown, number>; numbers: Float64Array | null },
  { uniformity: threshold }: AlertThresholds,
): Alert[] {
  const isBinned = numbers !== null && counts.size > MAX_SEPARATE;
  const parts = isBinned ? evenBinCounts(numbers) : [...counts.values()];
  const rows = parts.reduce((sum, count) => sum + count, 0);
  if (rows < MIN_EXPECTED * parts.length) return [];
  const value = uniformityOf(parts);
  if (value <= threshold) return [];
  const over = isBinned ? "over its range" : `over ${counted(parts.length, "value")}`;
  const message = `"${column}" is spread evenly ${over}, more so than by chance`;
  return [{ alert: "UNIFORM", severity: "info", column, value, threshold, message }];
}

/** The p-value of the chi-squared test of whether all of at least two levels are as frequent. */
function uniformityOf(counts: readonly number[]): number {
  const expected = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  const statistic = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
  return pchisq(statistic, counts.length - 1, undefined, false);
}

function evenBinCounts(sorted: Float64Array): number[] {
  const counts = new Array<number>(Math.ceil(Math.log2(sorted.length)) + 1).fill(0);
  const unit = commonUnit(sorted);
  const [min, max] = [(sorted[0] as number) / unit, (sorted.at(-1) as number) / unit];
  for (const each of sorted) {
    const value = each / unit;
    const bin = Math.min(Math.floor(((value - min) / (max - min)) * counts.length), counts.length - 1);
    counts[bin] = (counts[bin] as number) + 1;
  }
  return counts;
}
