import type { ColumnTable } from "arquero";
import type { ColumnType } from "../../../tables/column-type.ts";
import { findColumnType } from "../../../tables/column-type-of.ts";
import { findColumn } from "../../columns/find-column.ts";
import type { RowSource } from "./row-source.ts";

/** A column of the rows that are described. */
export interface FileColumn {
  readonly name: string;
  /** The column, in SQL. */
  readonly cell: string;
  readonly type: ColumnType | null;
  /** Its type in the engine, that of the innermost items of lists. */
  readonly engineType: string;
}

/** The columns of the rows that are described. */
export interface FileSchema {
  /** A table of these columns, without rows. */
  readonly table: ColumnTable;
  /** @throws {RangeError} When there is no column of that name. */
  find(name: string, role?: string): FileColumn;
}

/** Reads the columns that there are and their types. */
export async function readSchema({ query, from, dialect }: RowSource): Promise<FileSchema> {
  const table = await query(`SELECT * FROM ${from} LIMIT 0`);
  const names = table.columnNames();
  const cellOf = (name: string): string => `source.${dialect.identifier(name)}`;
  const types = names.map((name, i) => `typeof(any_value(${cellOf(name)})) AS c${i}`);
  const found =
    names.length === 0
      ? {}
      : (await query(`SELECT ${types.join(", ")} FROM (SELECT * FROM ${from} LIMIT 0) AS source`)).object(0);
  return {
    table,
    find: (name, role) => {
      const type = findColumnType(findColumn(table, name, role));
      const engineType = (found as Record<string, string>)[`c${names.indexOf(name)}`] ?? "";
      return { name, cell: cellOf(name), type, engineType: itemTypeOf(engineType) };
    },
  };
}

/** The type of the innermost items of `FLOAT[3][]` or `array<array<float>>`. */
function itemTypeOf(engineType: string): string {
  return engineType.replace(/(\[\d*\])+$/, "").replace(/^(?:array<)+(.*?)>+$/, "$1");
}
