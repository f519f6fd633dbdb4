import type { FlatStructs } from "../columns/flat-column.ts";
import { fillValid } from "./fill-valid.ts";
import type { DuckDbParts } from "./load-duckdb.ts";
import type { VectorFiller } from "./vector-filler.ts";

/** Fills vectors with structures: a vector for each field. */
export function structsFiller(
  { valid }: FlatStructs,
  { api, native, fields }: DuckDbParts & { fields: readonly (readonly [string, VectorFiller])[] },
): VectorFiller {
  return {
    type: new api.DuckDBStructType(
      fields.map(([name]) => name),
      fields.map(([, { type }]) => type),
    ),
    fill(vector, start, count) {
      fields.forEach(([, field], index) => {
        field.fill(native.struct_vector_get_child(vector, index), start, count);
      });
      fillValid(native, vector, valid, { start, count });
    },
  };
}
