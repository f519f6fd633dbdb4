import type { DuckDBDataChunk, DuckDBResult } from "@duckdb/node-api";
import type { RecordBatch } from "apache-arrow";
import type { DuckDbParts } from "../../../io/duckdb/load-duckdb.ts";
import { arrowColumnOf } from "./arrow-column-of.ts";

/** The rows of a batch, or a few more: DuckDB gives them in pieces of 2048. */
const BATCH_ROWS = 2 ** 16;

/**
 * The rows of a result as record batches, as they come: one at least, which tells the columns.
 *
 * @throws The signal's reason, when it aborts.
 */
export async function* readBatches(
  result: DuckDBResult,
  parts: DuckDbParts,
  signal: AbortSignal,
): AsyncGenerator<RecordBatch, void, undefined> {
  const arrow = await import("apache-arrow");
  const { Field, makeData, Schema, Struct } = arrow;
  const columns = result.columnTypes().map((type) => arrowColumnOf(type, { ...parts, arrow }));
  const names = result.columnNames();
  const fields = columns.map(({ type }, index) => new Field(names[index] ?? "", type, true));
  const schema = new Schema(fields);
  const batchOf = (chunks: readonly DuckDBDataChunk[], length: number): RecordBatch => {
    const children = columns.map((column, index) =>
      column.data(
        chunks.map(({ chunk, rowCount }) => ({
          vector: parts.native.data_chunk_get_vector(chunk, index),
          start: 0,
          end: rowCount,
        })),
      ),
    );
    return new arrow.RecordBatch(
      schema,
      makeData({ type: new Struct(fields), length, nullCount: 0, children }),
    );
  };
  let chunks: DuckDBDataChunk[] = [];
  let rows = 0;
  let isFirst = true;
  for (;;) {
    signal.throwIfAborted();
    const chunk = await result.fetchChunk();
    const count = chunk?.rowCount ?? 0;
    if (chunk === null || count === 0) break;
    chunks.push(chunk);
    rows += count;
    if (rows < BATCH_ROWS) continue;
    yield batchOf(chunks, rows);
    chunks = [];
    rows = 0;
    isFirst = false;
  }
  if (rows > 0 || isFirst) yield batchOf(chunks, rows);
}
