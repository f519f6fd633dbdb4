import type { ColumnTable } from "arquero";
import type { ColumnLike } from "../../tables/column-type-of.ts";
import { fitsType } from "../../tables/fits-type.ts";
import { makeColumn } from "../../tables/make-column.ts";
import { makeTable } from "../../tables/make-table.ts";
import { designColumn } from "../design-column.ts";
import type { PlannedColumn } from "./plan.ts";

const TYPE = /^(bool|int32|int64|float64|string)(\[\]){0,2}$/;

function columnOf({ name, type, values }: PlannedColumn): ColumnLike {
  if (type === undefined) return designColumn(values);
  if (type === null) return [...values];
  if (!TYPE.test(type)) throw new TypeError(`Column "${name}" of a plan has an unknown type "${type}"`);
  const row = values.findIndex((value) => value !== null && !fitsType(value, type));
  if (row < 0) return makeColumn(type, [...values]);
  throw new TypeError(
    `Column "${name}" of a plan has ${JSON.stringify(values[row])} in row ${row}, not ${type}`,
  );
}

function checkColumns(columns: readonly PlannedColumn[]): void {
  if (!Array.isArray(columns)) throw new TypeError('A plan of "table" needs "columns", a list, or "sha256"');
  const names = new Set<string>();
  for (const { name, values } of columns as readonly PlannedColumn[]) {
    if (typeof name !== "string" || !Array.isArray(values)) {
      throw new TypeError('A column of a plan\'s table needs "name" and "values", a list');
    }
    if (names.has(name)) throw new TypeError(`A plan's table has two columns "${name}"`);
    names.add(name);
    if (values.length !== columns[0]?.values.length) {
      throw new RangeError(
        `Column "${name}" of a plan's table has ${values.length} values, not as many as the first`,
      );
    }
  }
}

/**
 * The table that a plan holds.
 *
 * @throws {TypeError} When it is not of the form of one, or a value does not fit its column's type.
 * @throws {RangeError} When columns differ in length.
 */
export function plannedTable(columns: readonly PlannedColumn[]): ColumnTable {
  checkColumns(columns);
  return makeTable(columns.map((column): [string, ColumnLike] => [column.name, columnOf(column)]));
}
