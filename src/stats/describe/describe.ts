import type { ColumnTable } from "arquero";
import { checkTable } from "../columns/check-table.ts";
import { describeColumn } from "./describe-column.ts";
import { type DescribeOptions, describedColumns, describeSettings } from "./describe-options.ts";
import type { Description } from "./description.ts";
import { descriptionTable } from "./description-table.ts";
import { groupedCells } from "./grouped-cells.ts";

/**
 * Describes the columns of a table, in the rows that it shows: how many values there are and are missing, how many
 * different ones, their moments, quantiles, most frequent values and histogram. {@link Description} says by which
 * convention each of them is computed; none is an estimate.
 *
 * Columns may be of any type; structures are only counted. Groups follow each other in the order of their values, and
 * each is described as if it were a table of its own; missing values make a group, the last one.
 *
 * @returns A table with a row for each column (of each group), whose columns are those of {@link Description}, after the
 * group columns. Quantiles have a column each, such as `q05`. Numbers of rows are `int32`, with weights `float64`.
 * @throws {RangeError} When the table has no such column, a weight is negative or infinite, or an option is out of range.
 * @throws {TypeError} When weights are no numbers, a group column has lists, or there is no such option.
 * @example
 * ```ts
 * const table = describe(aq.table({ reps: [3, 5, null, 4] }));
 * table.select("column", "count", "missing", "mean", "sd").objects(); // [
 * //   { column: "reps", count: 3, missing: 1, mean: 4, sd: 1 }
 * // ]
 * ```
 */
export function describe(table: ColumnTable, options: DescribeOptions = {}): ColumnTable {
  checkTable(table, "describe");
  const settings = describeSettings(options);
  const { cellsOf, columns, number } = groupedCells(table, settings);
  const descriptions = Array.from({ length: number }, (): Description[] => []);
  for (const name of describedColumns(table, options, settings)) {
    for (const [group, cells] of cellsOf(name).entries())
      descriptions[group]?.push(describeColumn(name, { ...cells, settings }));
  }
  return descriptionTable(descriptions, columns, settings);
}
