import type { DuckDBConnection } from "@duckdb/node-api";
import { quoteName } from "../../util/quote-name.ts";
import type { FlatTable } from "../columns/flatten-table.ts";
import { fillerOf } from "./filler-of.ts";
import type { DuckDbParts } from "./load-duckdb.ts";

/**
 * Makes a query of a table's rows, in order, that DuckDB runs on all cores.
 *
 * A table function would be read by one thread only, since DuckDB could not put its rows into order again. So this is a
 * table of nothing but row numbers, which it reads in parallel, and a function from row numbers to rows.
 *
 * @param connection A connection to a DuckDB instance that is used for nothing else.
 * @returns The text of the query.
 */
export async function rowSource(
  connection: DuckDBConnection,
  { rows, columns }: FlatTable,
  { api, native }: DuckDbParts,
): Promise<string> {
  const fillers = columns.map(({ column }) => fillerOf(column, { api, native }));
  const row = new api.DuckDBStructType(
    columns.map((_, i) => `c${i}`),
    fillers.map(({ type }) => type),
  );
  const rowsFrom = new api.DuckDBScalarFunction();
  rowsFrom.setName("rows_from");
  rowsFrom.addParameter(api.BIGINT);
  rowsFrom.setReturnType(row);
  // Not `setMainFunction`, which copies the vectors before it hands them over.
  native.scalar_function_set_function(rowsFrom.scalar_function, (_, places, vector) => {
    const count = native.data_chunk_get_size(places);
    const start = firstOf(native.vector_get_data(native.data_chunk_get_vector(places, 0), count * 8));
    fillers.forEach((filler, i) => {
      filler.fill(native.struct_vector_get_child(vector, i), start, count);
    });
  });
  connection.registerScalarFunction(rowsFrom);
  await connection.run(`CREATE TEMP TABLE places AS SELECT true FROM range(${rows})`);
  const fields = columns.map(({ name }, i) => `r.c${i} AS ${quoteName(name)}`);
  return `SELECT ${fields.join(", ")} FROM (SELECT rows_from(rowid) AS r FROM places)`;
}

/** The first of row numbers that follow each other. */
function firstOf(bytes: Uint8Array): number {
  const { buffer, byteOffset, byteLength } = bytes;
  const numbers = new DataView(buffer, byteOffset, byteLength);
  const first = Number(numbers.getBigInt64(0, true));
  const last = Number(numbers.getBigInt64(byteLength - 8, true));
  if (last - first === byteLength / 8 - 1) return first;
  throw new Error(`DuckDB asked for rows ${first} to ${last} with gaps between them`);
}
