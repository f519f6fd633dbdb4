import { Buffer } from "node:buffer";
import type { DuckDBType, DuckDBValue } from "@duckdb/node-api";
import type { Vector } from "@duckdb/node-bindings";
import type { DuckDb } from "../../io/duckdb/load-duckdb.ts";
import type { CollectedColumn, ColumnCollector } from "./column-collector.ts";
import { textColumn } from "./text-column.ts";

/** Collects values of types that tables do not have, as text: bytes as hexadecimal digits, all else as DuckDB writes it. */
export class OtherCollector implements ColumnCollector {
  readonly #duckDb: DuckDb;
  readonly #type: DuckDBType;
  readonly #texts: (string | null)[] = [];

  constructor(duckDb: DuckDb, type: DuckDBType) {
    this.#duckDb = duckDb;
    this.#type = type;
  }

  append(vector: Vector, start: number, end: number): void {
    const values = this.#duckDb.DuckDBVector.create(vector, end, this.#type);
    for (let place = start; place < end; place++) this.#texts.push(this.#text(values.getItem(place)));
  }

  finish(): CollectedColumn {
    return textColumn(this.#texts);
  }

  #text(value: DuckDBValue): string | null {
    if (value === null) return null;
    return value instanceof this.#duckDb.DuckDBBlobValue
      ? Buffer.from(value.bytes).toString("hex")
      : String(value);
  }
}
