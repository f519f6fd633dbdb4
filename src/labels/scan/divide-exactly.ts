const LAST = 22;
/** Multiplying by it splits a double into two halves of at most 26 bits, whose products are exact. */
const SPLITTER = 2 ** 27 + 1;
/** How near to the middle of two doubles a quotient may be before the error of its estimate could matter. */
const GUARD = 1.000001;

/** The powers of ten that doubles hold exactly. */
export const POWERS: Float64Array = Float64Array.from({ length: LAST + 1 }, (_, power) =>
  Number(`1e${power}`),
);
const POWERS_HIGH = POWERS.map(highHalf);
const POWERS_LOW = POWERS.map((power) => power - highHalf(power));

function highHalf(value: number): number {
  const scaled = SPLITTER * value;
  return scaled - (scaled - value);
}

/**
 * The double nearest to (`value` + `rest`) / 10^`power`, where `rest` is what rounding took from `value`. The remainder
 * of the rounded quotient is computed without error, which gives the quotient about twice a double's digits.
 *
 * @param value From 10^15 to 10^17.
 * @param power From 0 to 22.
 * @returns The quotient, or 0 where it lies too near to the middle of two doubles to tell.
 */
export function divideExactly(value: number, rest: number, power: number): number {
  const divisor = POWERS[power] as number;
  const quotient = value / divisor;
  if (rest === 0) return quotient;
  const product = quotient * divisor;
  const high = highHalf(quotient);
  const low = quotient - high;
  const divisorHigh = POWERS_HIGH[power] as number;
  const divisorLow = POWERS_LOW[power] as number;
  const error = high * divisorHigh - product + high * divisorLow + low * divisorHigh + low * divisorLow;
  const correction = (value - product - error + rest) / divisor;
  const nearest = quotient + correction;
  const left = correction - (nearest - quotient);
  return nearest + left * GUARD === nearest ? nearest : 0;
}
