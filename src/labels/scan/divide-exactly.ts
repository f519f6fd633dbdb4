const LAST = 22;
/** Multiplying by it splits a double into two halves of at most 26 bits, whose products are exact. */
const SPLITTER = 2 ** 27 + 1;
/** How near to the middle of two doubles a product may be before the error of its estimate could matter. */
const GUARD = 1.000001;

/** The powers of ten that doubles hold exactly. */
export const POWERS: Float64Array = Float64Array.from({ length: LAST + 1 }, (_, power) =>
  Number(`1e${power}`),
);
/** Their inverses, as the sum of three doubles: the halves of the nearest one, and what it lacks. */
const INVERSES = POWERS.map((_, power) => Number(`1e-${power}`));
const INVERSES_HIGH = INVERSES.map(highHalf);
const INVERSES_LOW = INVERSES.map((inverse, power) => inverse - (INVERSES_HIGH[power] as number));
const INVERSES_REST = INVERSES.map((inverse, power) => {
  const divisor = POWERS[power] as number;
  const product = inverse * divisor;
  return (1 - product - errorOf(product, inverse, divisor)) / divisor;
});

function highHalf(value: number): number {
  const scaled = SPLITTER * value;
  return scaled - (scaled - value);
}

/** What rounding took from the product of two doubles. */
function errorOf(product: number, a: number, b: number): number {
  const [aHigh, bHigh] = [highHalf(a), highHalf(b)];
  const [aLow, bLow] = [a - aHigh, b - bHigh];
  return aHigh * bHigh - product + aHigh * bLow + aLow * bHigh + aLow * bLow;
}

/**
 * The double nearest to (`value` + `rest`) / 10^`power`, where `rest` is what rounding took from `value`. It is worked
 * out with about twice a double's digits.
 *
 * @param value From 10^15 to 10^17.
 * @param power From 0 to 22.
 * @returns The quotient, or 0 where it lies too near to the middle of two doubles to tell.
 */
export function divideExactly(value: number, rest: number, power: number): number {
  const inverse = INVERSES[power] as number;
  const inverseHigh = INVERSES_HIGH[power] as number;
  const inverseLow = INVERSES_LOW[power] as number;
  const scaled = SPLITTER * value;
  const high = scaled - (scaled - value);
  const low = value - high;
  const product = value * inverse;
  const error = high * inverseHigh - product + high * inverseLow + low * inverseHigh + low * inverseLow;
  const correction = error + (value * (INVERSES_REST[power] as number) + rest * inverse);
  const nearest = product + correction;
  const left = correction - (nearest - product);
  return nearest + left * GUARD === nearest ? nearest : 0;
}
