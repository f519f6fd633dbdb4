import type { Distribution } from "../distributions/distribution.ts";
import type { Seed } from "../random/seed-key.ts";

/** What a sampling method is asked for. */
export interface SamplingRequest {
  /** The columns in declared order; a sequence takes one dimension for each. */
  columns: readonly { name: string; distribution: Distribution }[];
  /** The number of rows of the whole design. */
  n: number;
  seed: Seed;
}

/** Writes a column's points of [0, 1) for as many rows as there are places, from row `first` on. */
export type PointStream = (points: Float64Array, first: number) => void;

/** A way to spread points over the unit cube. */
export interface SamplingMethod {
  /** The name of the function that makes it, such as `sobol`. */
  readonly kind: string;
  /** The options of that function, with defaults filled in. */
  readonly args: Readonly<Record<string, unknown>>;
  /** Whether the first rows of a longer sample are those of a shorter one, so that rows can be drawn as they are needed. */
  readonly isExtensible: boolean;
  /** One stream of points per column; distributions turn them into values. */
  streams(request: SamplingRequest): PointStream[];
}
