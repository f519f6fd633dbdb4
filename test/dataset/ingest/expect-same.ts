import { expect } from "vitest";
import { openDataset } from "../../../src/dataset/open-dataset.ts";
import { type ColumnLike, findColumnType } from "../../../src/tables/column-type-of.ts";
import { plainRows } from "../../util/plain-rows.ts";
import { readParquetEverywhere } from "../../util/read-parquet-everywhere.ts";
import { openParquetDataset } from "./built.ts";

/** What is compared. */
export interface ExpectSameOptions {
  polygons?: boolean;
  /** Whether the columns are in the same order, too. @default true */
  sameOrder?: boolean;
  /** Whether each file is read by other readers, too. @default true */
  everyFile?: boolean;
}

/** Expects ingested tables to be those that are read into memory, and all files of a table to have the same columns. */
export async function expectSame(
  out: string,
  folders: string | readonly string[],
  { polygons = false, sameOrder = true, everyFile = true }: ExpectSameOptions = {},
): Promise<void> {
  const memory = await openDataset(folders, { polygons });
  const files = await openParquetDataset(out);
  expect(files.jobIds).toEqual(memory.jobIds);
  const tables = memory.tables();
  expect(files.tableNames).toEqual([...tables.keys()]);
  for (const [name, wanted] of tables) {
    const found = await files.table(name);
    const types = (table: typeof found) => {
      const columns = table
        .columnNames()
        .map((column) => [column, findColumnType(table.column(column) as ColumnLike)]);
      return sameOrder ? columns : columns.sort();
    };
    expect([name, types(found)]).toEqual([name, types(wanted)]);
    expect([name, plainRows(found)]).toEqual([name, plainRows(wanted)]);
    expect(await files.numRows(name)).toBe(wanted.numRows());
    if (!everyFile) continue;
    let rows = 0;
    for (const { path } of files.parts(name)) {
      const read = await readParquetEverywhere(path);
      expect(read.duckdb).toEqual(read.hyparquet);
      if (read.hyparquet[0]) expect(Object.keys(read.hyparquet[0])).toEqual(found.columnNames());
      rows += read.hyparquet.length;
    }
    expect(rows).toBe(wanted.numRows());
  }
}
