import { setImmediate } from "node:timers/promises";
import type { DuckDBMaterializedResult } from "@duckdb/node-api";
import type { ColumnTable } from "arquero";
import type { DuckDbParts } from "../../io/duckdb/load-duckdb.ts";
import { makeTable } from "../../tables/make-table.ts";
import { collectorOf } from "./collector-of.ts";

/** How many pieces of a result are read before other work has its turn. */
const PIECES_AT_ONCE = 256;

/**
 * The result of a query as a table: the memory of the database's columns, one piece after the other.
 *
 * @throws The signal's reason, when it aborts.
 */
export async function readResult(
  result: DuckDBMaterializedResult,
  parts: DuckDbParts,
  signal?: AbortSignal,
): Promise<ColumnTable> {
  const { chunkCount, rowCount: rows } = result;
  const columns = result
    .columnNames()
    .map((name, index) => [name, collectorOf(result.columnType(index), { ...parts, rows })] as const);
  for (let piece = 0; piece < chunkCount; piece++) {
    const { chunk, rowCount } = result.getChunk(piece);
    for (const [index, [, collector]] of columns.entries()) {
      collector.append(parts.native.data_chunk_get_vector(chunk, index), 0, rowCount);
    }
    if (piece % PIECES_AT_ONCE !== PIECES_AT_ONCE - 1) continue;
    await setImmediate();
    signal?.throwIfAborted();
  }
  return makeTable(columns.map(([name, collector]) => [name, collector.finish().column] as const));
}
