import type { DuckDBConnection } from "@duckdb/node-api";
import type { ColumnTable } from "arquero";
import { flattenTable } from "../columns/flatten-table.ts";
import { fillerOf } from "./filler-of.ts";
import { loadDuckDbParts } from "./load-duckdb.ts";
import { nameErrorOf } from "./name-error.ts";

/** How far one reading of a table has come. */
interface Scan {
  row: number;
  /** The numbers of the columns that are read. */
  readonly columns: readonly number[];
}

/** The rows that DuckDB takes at once. */
const CHUNK_ROWS = 2048;

/**
 * Gives DuckDB a table's rows as a table function, so that `FROM name()` has the rows that the table shows (its filter
 * and order apply), in that order, straight from the memory of its columns. Moments become `TIMESTAMPTZ`, strings
 * `VARCHAR`, lists `LIST`, structures `STRUCT`.
 *
 * The function belongs to the whole DuckDB instance and stays until that is closed, and the table's memory with it; of
 * two functions of one name the first stays.
 *
 * @param name The function's name, one that the instance does not have.
 * @throws {TypeError} When a column has no type or a value does not fit its column's type; it names column and row.
 * @throws {RangeError} When DuckDB cannot hold the names of the columns or fields apart.
 * @throws {InfinityFramesError} When DuckDB cannot be loaded.
 */
export async function feedTable(
  connection: DuckDBConnection,
  name: string,
  table: ColumnTable,
): Promise<void> {
  const { api, native } = await loadDuckDbParts();
  const { rows, columns } = flattenTable(table);
  const nameError = nameErrorOf(columns);
  if (nameError !== null) throw nameError;
  const fillers = columns.map(({ column }) => fillerOf(column, { api, native }));
  const tableFunction = api.DuckDBTableFunction.create({
    name,
    supportsProjectionPushdown: true,
    bindFunction(info) {
      columns.forEach((column, i) => {
        info.addResultColumn(column.name, (fillers[i] as (typeof fillers)[number]).type);
      });
      info.setCardinality(rows, true);
    },
    initFunction(info) {
      const scan: Scan = { row: 0, columns: info.getColumnIndexes() };
      info.setInitData(scan);
    },
    mainFunction(info, { chunk }) {
      const scan = info.initData as Scan;
      const count = Math.min(CHUNK_ROWS, rows - scan.row);
      // Vectors are taken after their size is known.
      native.data_chunk_set_size(chunk, count);
      if (count === 0) return;
      scan.columns.forEach((column, i) => {
        fillers[column]?.fill(native.data_chunk_get_vector(chunk, i), scan.row, count);
      });
      scan.row += count;
    },
  });
  connection.registerTableFunction(tableFunction);
}
