import type { Distribution } from "../distributions/distribution.ts";
import type { Seed } from "../seed-key.ts";

/** What a sampling method is asked for. */
export interface SamplingRequest {
  /** The columns in declared order; a sequence takes one dimension for each. */
  columns: readonly { name: string; distribution: Distribution }[];
  /** The number of rows. */
  n: number;
  seed: Seed;
}

/** A way to spread points over the unit cube. */
export interface SamplingMethod {
  /** The name of the function that makes it, such as `sobol`. */
  readonly kind: string;
  /** The options of that function, with defaults filled in. */
  readonly args: Readonly<Record<string, unknown>>;
  /** Whether the first rows of a longer sample are those of a shorter one, so that rows can be drawn as they are needed. */
  readonly isExtensible: boolean;
  /** One array per column, each with a number in [0, 1) per row; distributions turn them into values. */
  points(request: SamplingRequest): Float64Array[];
}
