import type { Vector } from "@duckdb/node-bindings";
import type { ColumnType } from "../../tables/column-type.ts";
import type { ColumnLike } from "../../tables/column-type-of.ts";

/** A column of a result, and the type of its values. */
export interface CollectedColumn {
  readonly type: ColumnType;
  readonly column: ColumnLike;
}

/** Collects the values of a column that comes in pieces. */
export interface ColumnCollector {
  /** Takes the values of a piece, from the place `start` to before the place `end`. */
  append(vector: Vector, start: number, end: number): void;
  /** The column of all values. */
  finish(): CollectedColumn;
}
