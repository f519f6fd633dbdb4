import type { ColumnNameOptions } from "./column-name.ts";

/**
 * The field that a column is of: what `columnName` makes the column of.
 *
 * @param column A column whose name is not taken.
 */
export function fieldName(column: string, { prefix, taken }: ColumnNameOptions): string {
  let bare = column;
  while (bare.startsWith(prefix)) bare = bare.slice(prefix.length);
  const wasTaken = bare === "__proto__" || taken.has(bare);
  return wasTaken && column.startsWith(prefix) ? column.slice(prefix.length) : column;
}
