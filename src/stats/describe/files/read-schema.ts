import type { ColumnTable } from "arquero";
import type { ColumnType } from "../../../tables/column-type.ts";
import { findColumnType } from "../../../tables/column-type-of.ts";
import { findColumn } from "../../columns/find-column.ts";
import type { RowSource } from "./row-source.ts";

/** `BLOB[3][]` or `array<array<binary>>`. */
const BYTES = /^(?:blob(?:\[\d*\])*|(?:array<)*binary>*)$/i;

/** A column of the rows that are described. */
export interface FileColumn {
  readonly name: string;
  /** The column, in SQL. */
  readonly cell: string;
  readonly type: ColumnType | null;
  /** Whether its texts, or those of its lists, are bytes in the engine. */
  readonly isBytes: boolean;
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
  const cellOf = (name: string): string => `source.${dialect.identifier(name)}`;
  const typeOf = (name: string, role?: string): ColumnType | null =>
    findColumnType(findColumn(table, name, role));
  const texts = table.columnNames().filter((name) => typeOf(name)?.startsWith("string"));
  const types = texts.map((name, i) => `typeof(any_value(${cellOf(name)})) AS c${i}`);
  const found =
    texts.length === 0
      ? {}
      : (await query(`SELECT ${types.join(", ")} FROM (SELECT * FROM ${from} LIMIT 0) AS source`)).object(0);
  return {
    table,
    find: (name, role) => {
      const textType = (found as Record<string, string>)[`c${texts.indexOf(name)}`] ?? "";
      return { name, cell: cellOf(name), type: typeOf(name, role), isBytes: BYTES.test(textType) };
    },
  };
}
