import type { DuckDBType } from "@duckdb/node-api";
import type { PackedType } from "../../tables/packed-column.ts";
import type { FlatNumbers } from "../columns/flat-column.ts";
import { fillValid } from "./fill-valid.ts";
import type { DuckDb, DuckDbParts } from "./load-duckdb.ts";
import type { VectorFiller } from "./vector-filler.ts";

/** Fills vectors with numbers, truth values and moments: memory is copied as it is. */
export function numbersFiller(
  { type, values, valid }: FlatNumbers,
  { api, native }: DuckDbParts,
): VectorFiller {
  // DuckDB copies from memory that is not shared between threads only.
  const own = values.buffer instanceof ArrayBuffer ? values : values.slice();
  const buffer = own.buffer as ArrayBuffer;
  const { byteOffset, BYTES_PER_ELEMENT: size } = own;
  return {
    type: duckDbType(type, api),
    fill(vector, start, count) {
      native.copy_data_to_vector(vector, 0, buffer, byteOffset + start * size, count * size);
      fillValid(native, vector, valid, { start, count });
    },
  };
}

function duckDbType(type: PackedType, api: DuckDb): DuckDBType {
  switch (type) {
    case "bool":
      return api.BOOLEAN;
    case "int32":
      return api.INTEGER;
    case "int64":
      return api.BIGINT;
    case "float64":
      return api.DOUBLE;
    case "timestamp":
      return api.TIMESTAMPTZ;
  }
}
