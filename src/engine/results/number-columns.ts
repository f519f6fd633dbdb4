import { PackedColumn } from "../../tables/packed-column.ts";
import type { CollectedColumn } from "./column-collector.ts";

/** A column of floating-point numbers. */
export function floatColumn(values: Float64Array, valid: Uint8Array | null): CollectedColumn {
  return { type: "float64", column: valid === null ? values : new PackedColumn("float64", values, valid) };
}

/** A column of integers of up to 32 bits. */
export function int32Column(values: Int32Array, valid: Uint8Array | null): CollectedColumn {
  return { type: "int32", column: valid === null ? values : new PackedColumn("int32", values, valid) };
}

/** A column of truth values. */
export function boolColumn(values: Uint8Array, valid: Uint8Array | null): CollectedColumn {
  return { type: "bool", column: new PackedColumn("bool", values, valid) };
}

/** A column of integers of up to 53 bits. */
export function safeInt64Column(values: Float64Array, valid: Uint8Array | null): CollectedColumn {
  return { type: "int64", column: new PackedColumn("int64", values, valid) };
}
