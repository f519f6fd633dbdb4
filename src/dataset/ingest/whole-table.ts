import type { ColumnTable } from "arquero";
import { type ColumnLike, columnTypeOf } from "../../tables/column-type-of.ts";
import type { TableName } from "../table-names.ts";
import type { ManifestTable } from "./manifest.ts";
import type { NamedType } from "./part.ts";

/** What a manifest says of a table that is written whole, not job by job. */
export function wholeTable(
  name: TableName,
  table: ColumnTable,
  files: Iterable<readonly [file: string, bytes: number]>,
): ManifestTable {
  const columns = table.columnNames().map((column): NamedType => {
    return [column, columnTypeOf(table.column(column) as ColumnLike, column)];
  });
  const rows = table.numRows();
  const common = { table: name, rows, key: [], jobs: [], natural: [], columns, flush: "" };
  return { name, columns, parts: Array.from(files, ([file, bytes]) => ({ ...common, file, bytes })) };
}
