import type { ColumnTable } from "arquero";
import type { ColumnLike } from "../../tables/column-type-of.ts";
import { makeTable } from "../../tables/make-table.ts";

/**
 * Checks that no two tables share a column.
 *
 * @param verb What is to be done to the tables, for the error.
 * @throws {RangeError} When two tables share a column.
 */
export function checkNoSharedColumn(verb: string, tables: readonly ColumnTable[]): void {
  const seen = new Set<string>();
  for (const name of tables.flatMap((each) => each.columnNames())) {
    if (seen.has(name)) throw new RangeError(`Cannot ${verb} tables that both have a column "${name}"`);
    seen.add(name);
  }
}

/** The columns of all tables in one table. The tables have the same number of rows and neither filter nor order. */
export function sideBySide(tables: readonly ColumnTable[]): ColumnTable {
  return makeTable(
    tables.flatMap((each) => {
      return each.columnNames().map((name): [string, ColumnLike] => [name, each.column(name) as ColumnLike]);
    }),
  );
}
