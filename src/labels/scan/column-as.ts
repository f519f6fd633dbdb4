import type { TableBuilder } from "../../tables/table-builder.ts";

/**
 * The builder of a declared column, whose type is known.
 *
 * @throws {TypeError} When the column is of another type.
 */
export function columnAs<T>(table: TableBuilder, name: string, type: new (...rest: never[]) => T): T {
  const column: unknown = table.column(name);
  if (column instanceof type) return column;
  throw new TypeError(`Cannot fill column "${name}": it is not built by a ${type.name}`);
}
