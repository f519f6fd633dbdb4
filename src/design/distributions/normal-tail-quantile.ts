import { exponential } from "./exponential.ts";
import { exponentialMinusOne } from "./exponential-minus-one.ts";
import { logOfOnePlus } from "./log-of-one-plus.ts";
import { millsRatio } from "./mills-ratio.ts";
import { naturalLog } from "./natural-log.ts";

/**
 * The standard normal distribution between two points far out in the upper tail, where shares of the whole are too
 * small to be numbers: the inverse of its distribution function, as the distance from the nearer point.
 *
 * With Q = density × Mills' ratio m, a distance d from the point `a` satisfies
 * d (a + d/2) - log(m(a + d) / m(a)) = -log(Q(a + d) / Q(a)), which Newton's method solves without cancellation.
 *
 * @param from The nearer point `a`, at least 10.
 * @param length The distance of the farther point; may be infinite.
 * @returns The distance for the shares of what lies between the points that are nearer and farther. Both are given, as
 *   a difference from 1 would lose the digits of a small share.
 * @example
 * ```ts
 * normalTailQuantile(100, 1)(0.5, 0.5); // 0.0069…, nearly exponential
 * ```
 */
export function normalTailQuantile(
  from: number,
  length: number,
): (nearer: number, farther: number) => number {
  const ratio = millsRatio(from);
  const fall = (distance: number) => {
    return distance * (from + distance / 2) - naturalLog(millsRatio(from + distance) / ratio);
  };
  const depth = length === Number.POSITIVE_INFINITY ? length : fall(length);
  const beyond = exponential(-depth);
  const between = -exponentialMinusOne(-depth);
  return (nearer, farther) => {
    if (farther === 0) return length;
    const target = nearer < 0.5 ? -logOfOnePlus(-nearer * between) : -naturalLog(farther + nearer * beyond);
    let distance = (2 * target) / (from + Math.sqrt(from * from + 2 * target));
    for (let round = 0; round < 3; round++) {
      distance -= (fall(distance) - target) * millsRatio(from + distance);
    }
    return distance;
  };
}
