import { brokenRows } from "../../params/broken-rows.ts";
import type { JointRule } from "../../params/joint-rule.ts";
import type { ColumnLike } from "../../tables/column-type-of.ts";
import { rowRange } from "../../util/row-range.ts";
import type { Filler } from "./fill-column.ts";

const MOST_DRAWS = 1000;

/** A parameter's column, and where its values come from. */
export interface FilledColumn {
  readonly column: ColumnLike;
  /** What the jobs gave; null where none gives the parameter. */
  readonly given: ColumnLike | null;
  readonly filler: Filler;
}

/**
 * Draws again what was drawn in the rows that break a rule, until they keep it or it seems that they cannot.
 *
 * @param columns The columns of the rule's parameters, in order.
 * @returns The columns afterwards, in the same order; typed arrays that hold drawn values change in place.
 */
export function keepRule(rule: JointRule, columns: readonly FilledColumn[]): ColumnLike[] {
  const values = columns.map(({ column }) => {
    return (ArrayBuffer.isView(column) ? column : Array.from(column)) as ColumnLike & unknown[];
  });
  let rows = brokenRows(rule, values, rowRange(0, values[0]?.length ?? 0));
  for (let draw = 1; rows.length > 0 && draw < MOST_DRAWS; draw++) {
    columns.forEach(({ given, filler }, index) => {
      const drawn = given === null ? rows : rows.filter((row) => (given.at(row) ?? null) === null);
      filler(values[index] as unknown[], drawn, draw);
    });
    rows = brokenRows(rule, values, rows);
  }
  return values;
}
