import type { ParamValue } from "../../params/job-params.ts";
import type { ColumnLike } from "../../tables/column-type-of.ts";

/** How the values of a column are spread: an inverse cumulative distribution function. */
export interface Distribution<T extends ParamValue = ParamValue> {
  /** The name of the function that makes it, such as `uniform`. */
  readonly kind: string;
  /** The arguments of that function. */
  readonly args: readonly unknown[];
  /** The value below which a share `u` of all values lies; `u` in [0, 1). */
  quantile(u: number): T;
  /** The values at many points at once, where there is a faster way than one by one; the same values. */
  column?(points: Float64Array): ColumnLike | undefined;
}

/** Throws unless a number is finite. */
export function checkFinite(name: string, value: number): void {
  if (!Number.isFinite(value)) throw new RangeError(`${name} must be a finite number, got ${String(value)}`);
}
