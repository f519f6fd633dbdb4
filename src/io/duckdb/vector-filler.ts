import type { DuckDBType } from "@duckdb/node-api";
import type { Vector } from "@duckdb/node-bindings";

/** Gives vectors of DuckDB the values of a column. */
export interface VectorFiller {
  /** The type of the vectors. */
  readonly type: DuckDBType;
  /** Puts the values of `count` rows from row `start` on into the first places of a vector, which are all valid. */
  fill(vector: Vector, start: number, count: number): void;
}
