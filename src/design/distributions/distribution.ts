import type { ParamValue } from "../../params/job-params.ts";
import type { ColumnLike } from "../../tables/column-type-of.ts";

/** Makes a column from points, some rows at a time. */
export interface ColumnWriter {
  /** Turns points of [0, 1) into the values of the rows from `first` on. */
  write(points: Float64Array, first: number): void;
  /** The column, once all rows are written. */
  finish(): ColumnLike;
}

/** How the values of a column are spread: an inverse cumulative distribution function. */
export interface Distribution<T extends ParamValue = ParamValue> {
  /** The name of the function that makes it, such as `uniform`. */
  readonly kind: string;
  /** The arguments of that function. */
  readonly args: readonly unknown[];
  /** The value below which a share `u` of all values lies; `u` in [0, 1). */
  quantile(u: number): T;
  /** A faster way to the same values for a column of `n` rows, or undefined where there is none. */
  writer?(n: number): ColumnWriter | undefined;
}

/** Throws unless a number is finite. */
export function checkFinite(name: string, value: number): void {
  if (!Number.isFinite(value)) throw new RangeError(`${name} must be a finite number, got ${String(value)}`);
}
