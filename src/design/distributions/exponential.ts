const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;
const LARGEST = 709.782712893384;
const SMALLEST = -745.1332191019411;
/** 1, 2, 3, …, by which a term of the power series is divided for the next. */
const TERMS = 15;

const scratch = new DataView(new ArrayBuffer(8));

function powerOfTwo(exponent: number): number {
  scratch.setUint32(0, (exponent + 1023) << 20);
  scratch.setUint32(4, 0);
  return scratch.getFloat64(0);
}

/**
 * The exponential function to 16 digits, the same on every engine, which `Math.exp` is not (see `naturalLog`). Only
 * the four operations are used: with x = k log 2 + r, exp x = 2^k times the power series of exp r.
 *
 * @param x Any number.
 * @example
 * ```ts
 * exponential(1); // 2.718281828459045
 * ```
 */
export function exponential(x: number): number {
  if (x > LARGEST) return Number.POSITIVE_INFINITY;
  if (x < SMALLEST) return 0;
  if (Number.isNaN(x)) return x;
  const k = Math.floor(x / LN2_HIGH + 0.5);
  const high = x - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const r = high - low;
  let series = 1;
  for (let n = TERMS; n > 2; n--) series = 1 + (series * r) / n;
  const mantissa = 1 + (high - (low - 0.5 * r * r * series));
  if (k > 1023) return mantissa * 2 * powerOfTwo(k - 1);
  if (k < -1021) return mantissa * powerOfTwo(k + 100) * powerOfTwo(-100);
  return mantissa * powerOfTwo(k);
}
