import type { ParamValue } from "../params/job-params.ts";

/** The values of one row, by column; derived columns too. */
export type RowView = Readonly<Record<string, ParamValue>>;

/** A column that is computed from others. */
export interface Derived {
  readonly kind: "derive";
  /** The column's value in a row. */
  readonly compute: (row: RowView) => ParamValue;
}

/**
 * A column that is computed from the others in its row, derived ones among them, once these are there.
 *
 * @param compute An ordinary function; it is called once per row.
 * @example
 * ```ts
 * sample({ height: uniform(1, 2), distance: derive((row) => 2 * Number(row.height)) }, 10, { seed: 1 });
 * ```
 */
export function derive(compute: (row: RowView) => ParamValue): Derived {
  return { kind: "derive", compute };
}
