import type { Distribution } from "../distributions/distribution.ts";
import { floatWriter } from "../distributions/float-writer.ts";

/** The largest share that distributions take. */
export const LARGEST_SHARE: number = 1 - 2 ** -53;

const UNBOUNDED: readonly string[] = ["normal", "logNormal", "weibull"];

function isBounded({ kind, args, quantile }: Distribution): boolean {
  if (UNBOUNDED.includes(kind)) return false;
  if (kind === "truncatedNormal") {
    const { min, max } = args[2] as { min?: number; max?: number };
    return min !== undefined && max !== undefined;
  }
  const ends = [quantile(0), quantile(LARGEST_SHARE)];
  return ends.every((end) => typeof end !== "number" || Number.isFinite(end));
}

/**
 * A distribution that has a least and a greatest value, for shares from 0 to `LARGEST_SHARE`, which stands for 1. A
 * `uniform` one then gives its upper bound, which it would only come near to.
 *
 * @param name The column's name, for the error.
 * @throws {RangeError} When the values have no bounds.
 */
export function closedDistribution(distribution: Distribution, name: string): Distribution {
  if (!isBounded(distribution)) {
    throw new RangeError(
      `morris() needs bounds, and column "${name}" is ${distribution.kind} without: ` +
        "use truncatedNormal() with min and max, or uniform()",
    );
  }
  const { kind, args } = distribution;
  if (kind !== "uniform" || args.length > 2) return distribution;
  const quantile = (u: number): number =>
    u === LARGEST_SHARE ? Number(args[1]) : Number(distribution.quantile(u));
  return { kind, args, quantile, writer: (n) => floatWriter(n, quantile) };
}
