import type { ColumnTable } from "arquero";
import type { ColumnType } from "../../../tables/column-type.ts";
import { findColumnType } from "../../../tables/column-type-of.ts";
import { quoteName } from "../../../util/quote-name.ts";
import { findColumn } from "../../columns/find-column.ts";
import type { Query } from "./query.ts";

/** A column of the table `data`. */
export interface FileColumn {
  readonly name: string;
  readonly type: ColumnType | null;
  /** Its type in DuckDB, that of the innermost items of lists. */
  readonly duckDbType: string;
}

/** The columns of the table `data`. */
export interface FileSchema {
  /** A table of these columns, without rows. */
  readonly table: ColumnTable;
  /** @throws {RangeError} When there is no column of that name. */
  find(name: string, role?: string): FileColumn;
}

/** Reads the columns that there are and their types. */
export async function readSchema(query: Query): Promise<FileSchema> {
  const table = await query("SELECT * FROM data LIMIT 0");
  const names = table.columnNames();
  const types = names.map((name, i) => `typeof(any_value(${quoteName(name)})) AS c${i}`);
  const found =
    names.length === 0
      ? {}
      : (await query(`SELECT ${types.join(", ")} FROM (SELECT * FROM data LIMIT 0)`)).object(0);
  return {
    table,
    find: (name, role) => {
      const type = findColumnType(findColumn(table, name, role));
      const duckDbType = (found as Record<string, string>)[`c${names.indexOf(name)}`] ?? "";
      return { name, type, duckDbType: duckDbType.replace(/(\[\d*\])+$/, "") };
    },
  };
}
