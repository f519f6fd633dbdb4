import type { Vector } from "@duckdb/node-bindings";
import type { Data, DataType } from "apache-arrow";
import type { DuckDbParts } from "../../../io/duckdb/load-duckdb.ts";

/** What columns are made with. */
export interface ArrowParts extends DuckDbParts {
  readonly arrow: typeof import("apache-arrow");
}

/** The values of a vector of DuckDB, from the place `start` to before the place `end`. */
export interface Piece {
  readonly vector: Vector;
  readonly start: number;
  readonly end: number;
}

/** Makes the columns of record batches. */
export interface ArrowColumn {
  readonly type: DataType;
  /** The values of pieces, one after the other. */
  data(pieces: readonly Piece[]): Data;
}

/** The number of values of pieces. */
export function lengthOf(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { start, end }) => sum + end - start, 0);
}
