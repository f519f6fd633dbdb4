/** The logarithm of 2 as two numbers; multiples of the first by an exponent are exact. */
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;
/** 2/3, 2/5, 2/7, … of the series of the area tangent. */
const COEFFICIENTS = Array.from({ length: 12 }, (_, k) => 2 / (2 * k + 3));

const scratch = new DataView(new ArrayBuffer(8));

/**
 * The natural logarithm to 16 digits, the same on every engine: the last digit of `Math.log` differs between
 * versions of V8, and with it a table made on Node from one made on Deno. Only the four operations are used: with
 * x = m 2^k and s = (m - 1) / (m + 1), log x = k log 2 + 2 artanh s (DLMF 4.6.6).
 *
 * @param x A number, 0 or more.
 * @example
 * ```ts
 * naturalLog(10); // 2.302585092994046
 * ```
 */
export function naturalLog(x: number): number {
  if (!(x > 0 && x < Number.POSITIVE_INFINITY))
    return x === 0 ? Number.NEGATIVE_INFINITY : x > 0 ? x : Number.NaN;
  const subnormal = x < 2 ** -1022;
  scratch.setFloat64(0, subnormal ? x * 2 ** 54 : x);
  const bits = scratch.getUint32(0);
  // The mantissa is brought to [0.71, 1.42), around 1.
  const up = (bits & 0xfffff) >= 0x6a09e ? 1 : 0;
  scratch.setUint32(0, (bits & 0xfffff) | ((1023 - up) << 20));
  const exponent = (bits >>> 20) - 1023 + up - (subnormal ? 54 : 0);
  const f = scratch.getFloat64(0) - 1;
  const s = f / (2 + f);
  const square = s * s;
  let series = 0;
  for (let k = COEFFICIENTS.length - 1; k >= 0; k--) series = (series + (COEFFICIENTS[k] as number)) * square;
  // 2 s = f - f²/2 + s f²/2, of which f is exact and the rest small.
  const half = 0.5 * f * f;
  return exponent * LN2_HIGH - (half - (s * (half + series) + exponent * LN2_LOW) - f);
}
