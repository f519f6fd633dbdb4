import type { DuckDBResult } from "@duckdb/node-api";
import type { ColumnTable } from "arquero";
import type { DuckDbParts } from "../../io/duckdb/filler-of.ts";
import { makeTable } from "../../tables/make-table.ts";
import { collectorOf } from "./collector-of.ts";

/**
 * The result of a query as a table: the memory of the database's columns, one piece after the other.
 *
 * @throws The signal's reason, when it aborts.
 */
export async function readResult(
  result: DuckDBResult,
  parts: DuckDbParts,
  signal?: AbortSignal,
): Promise<ColumnTable> {
  const columns = result
    .columnNames()
    .map((name, index) => [name, collectorOf(result.columnType(index), parts)] as const);
  for (;;) {
    const chunk = await result.fetchChunk();
    signal?.throwIfAborted();
    if (chunk === null || chunk.rowCount === 0) break;
    for (const [index, [, collector]] of columns.entries()) {
      collector.append(parts.native.data_chunk_get_vector(chunk.chunk, index), 0, chunk.rowCount);
    }
  }
  return makeTable(columns.map(([name, collector]) => [name, collector.finish().column] as const));
}
