const NOISE = 1e-12;

/** A number, or 0 where it is no more than what rounding leaves of numbers of a size. Anything else stays as it is. */
export function withoutNoise<T>(value: T, size: number): T | number {
  return typeof value === "number" && Math.abs(value) < NOISE * size ? 0 : value;
}
