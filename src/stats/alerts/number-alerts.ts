import { sampleSkewness } from "simple-statistics";
import { commonUnit } from "../tests/common-unit.ts";
import { meanAndSquares } from "../tests/mean-and-squares.ts";
import { percent } from "../text/percent.ts";
import { counted, quantity } from "../text/quantity.ts";
import type { Alert } from "./alert-table.ts";
import type { AlertThresholds } from "./alert-thresholds.ts";

/** Finite numbers of a column, ascending, not all the same. */
export interface VaryingNumbers {
  column: string;
  numbers: Float64Array;
}

/** `ZEROS`, `SKEWED` and `FAR_FROM_MEAN` of a column of numbers that vary. */
export function numberAlerts(of: VaryingNumbers, thresholds: AlertThresholds): Alert[] {
  return [zeroAlert(of, thresholds), skewAlert(of, thresholds), farAlert(of, thresholds)].flat();
}

function zeroAlert({ column, numbers }: VaryingNumbers, { zeros: threshold }: AlertThresholds): Alert[] {
  const value = numbers.reduce((zeros, number) => zeros + (number === 0 ? 1 : 0), 0) / numbers.length;
  if (value <= threshold) return [];
  const message = `"${column}" is 0 in ${percent(value)} of ${counted(numbers.length, "row")}`;
  return [{ alert: "ZEROS", severity: "info", column, value, threshold, message }];
}

function skewAlert({ column, numbers }: VaryingNumbers, { skewness: threshold }: AlertThresholds): Alert[] {
  // It reads typed arrays as it does arrays.
  const value = numbers.length < 3 ? 0 : sampleSkewness(numbers as unknown as number[]);
  if (!(Math.abs(value) > threshold)) return [];
  const side = value > 0 ? "above" : "below";
  const message = `"${column}" is skewed: few values lie far ${side} all others (skewness ${quantity(value)})`;
  return [{ alert: "SKEWED", severity: "warning", column, value, threshold, message }];
}

function farAlert({ column, numbers }: VaryingNumbers, { farFromMean: threshold }: AlertThresholds): Alert[] {
  const unit = commonUnit(numbers);
  const values = unit === 1 ? numbers : numbers.map((number) => number / unit);
  const { mean, squares } = meanAndSquares(values);
  const sd = Math.sqrt(squares / (values.length - 1));
  const far = values.filter((value) => Math.abs(value - mean) > threshold * sd);
  if (far.length === 0) return [];
  const [low, high] = [far[0] as number, far.at(-1) as number];
  const farthest = mean - low > high - mean ? low : high;
  const message =
    `"${column}" lies more than ${quantity(threshold)} standard deviations from its mean ${quantity(mean * unit)} in ` +
    `${quantity(far.length)} of ${counted(values.length, "row")} (farthest: ${quantity(farthest * unit)})`;
  const value = Math.abs(farthest - mean) / sd;
  return [{ alert: "FAR_FROM_MEAN", severity: "warning", column, value, threshold, message }];
}
