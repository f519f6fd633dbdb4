import type { ParamValue } from "../../params/job-params.ts";
import type { Expression } from "./expression.ts";

/** The values of one row, by column; derived columns too. It is one object for all rows: copy it to keep it. */
export type RowView = Readonly<Record<string, ParamValue>>;

/** A column that is computed from others. */
export interface Derived {
  readonly kind: "derive";
  /** The column's value in a row, or an Arquero expression for it. */
  readonly compute: ((row: RowView) => ParamValue) | Expression;
}

/**
 * A column that is computed from the others in its row, derived ones among them, once these are there.
 *
 * @param compute An ordinary function, which is called once per row, or an Arquero expression as text, which a recipe
 * can hold.
 * @example
 * ```ts
 * const columns = { height: uniform(1, 2), distance: derive((row) => 2 * Number(row.height)) };
 * sample(columns, 2, { seed: 1 }).objects(); // [
 * //   { height: 1.2328…, distance: 2.4656… },
 * //   { height: 1.3286…, distance: 2.6572… }
 * // ]
 * const kept = { ...columns, distance: derive("d => 2 * d.height") };
 * sample(kept, 2, { seed: 1 }).get("distance", 0); // 2.4656…
 * ```
 */
export function derive(compute: Derived["compute"]): Derived {
  return { kind: "derive", compute };
}
