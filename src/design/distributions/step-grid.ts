import { checkFinite } from "./distribution.ts";

/** A finite number as `digits * 10 ** exponent`, exactly as JavaScript prints it. */
interface Decimal {
  digits: bigint;
  exponent: number;
}

function toDecimal(value: number): Decimal {
  const [mantissa = "", power] = value.toExponential().split("e");
  const [whole, fraction = ""] = mantissa.split(".");
  return { digits: BigInt(`${whole}${fraction}`), exponent: Number(power) - fraction.length };
}

/**
 * The grid `min`, `min + step`, `min + 2 step`, … up to the last point that does not exceed `max`. It is reckoned in
 * decimals, so that steps of 0.1 from 0 give exactly 0.1, 0.2, 0.3 and so on.
 *
 * @param min The first point; finite.
 * @param max Finite and not less than `min`. It belongs to the grid only where the steps meet it.
 * @param step The distance of neighbours, more than 0.
 * @returns The value for a share `u` in [0, 1) of the grid, every point with the same share.
 * @throws {RangeError} When `step` is not a positive number, or is so small that the grid has more than 2^53 points.
 * @example
 * ```ts
 * const quantile = stepGrid(0, 1, 0.3);
 * [0, 0.25, 0.5, 0.75].map(quantile); // 0, 0.3, 0.6, 0.9
 * ```
 */
export function stepGrid(min: number, max: number, step: number): (u: number) => number {
  checkFinite("step", step);
  if (step <= 0) throw new RangeError(`step must be more than 0, got ${step}`);
  const decimals = [min, max, step].map(toDecimal);
  const places = Math.max(0, ...decimals.map(({ exponent }) => -exponent));
  const [first = 0n, end = 0n, distance = 1n] = decimals.map(({ digits, exponent }) => {
    return digits * 10n ** BigInt(places + exponent);
  });
  const steps = (end - first) / distance;
  const count = Number(steps) + 1;
  if (!Number.isSafeInteger(count)) {
    throw new RangeError(`A step of ${step} is too small for a grid from ${min} to ${max}`);
  }
  const point = pointsOfGrid(first, distance, { steps, places });
  return (u) => point(Math.floor(u * count));
}

/**
 * A quotient of whole numbers that are exact is rounded once and gives the number that the decimal literal stands
 * for; where the numbers are too long for that, the literal itself is read.
 */
function pointsOfGrid(
  first: bigint,
  distance: bigint,
  { steps, places }: { steps: bigint; places: number },
): (index: number) => number {
  const whole = [first, distance, steps * distance, first + steps * distance].map(Number);
  if (places <= 22 && whole.every(Number.isSafeInteger)) {
    const [start = 0, width = 0] = whole;
    const scale = Number(`1e${places}`);
    return (index) => (start + index * width) / scale;
  }
  return (index) => Number(`${first + BigInt(index) * distance}e-${places}`);
}
