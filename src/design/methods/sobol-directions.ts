import { JOE_KUO } from "./joe-kuo.ts";

/** The number of binary digits of a Sobol point. */
export const SOBOL_BITS = 32;

/**
 * The direction numbers of a dimension of the Sobol sequence as 32-bit integers, the first digit in the highest bit
 * (Bratley and Fox 1988, algorithm 659: each follows from the ones before it by the dimension's polynomial).
 *
 * @param dimension The number of the dimension, from 0.
 * @throws {RangeError} When the table has no such dimension.
 */
export function sobolDirections(dimension: number): Int32Array {
  const known = JOE_KUO[dimension];
  if (known === undefined) {
    throw new RangeError(`sobol() has ${JOE_KUO.length} dimensions, one per column; use halton() for more`);
  }
  const { a, m } = known;
  const degree = m.length;
  const directions = new Int32Array(SOBOL_BITS);
  for (let bit = 0; bit < SOBOL_BITS; bit++) {
    if (degree === 0 || bit < degree) {
      directions[bit] = (m[bit] ?? 1) << (SOBOL_BITS - 1 - bit);
      continue;
    }
    const base = directions[bit - degree] as number;
    let direction = base ^ (base >>> degree);
    for (let k = 1; k < degree; k++) {
      if ((a >>> (degree - 1 - k)) & 1) direction ^= directions[bit - k] as number;
    }
    directions[bit] = direction;
  }
  return directions;
}
