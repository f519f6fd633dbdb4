import type { ArrowColumn, ArrowParts } from "./arrow-column.ts";
import { validityOf } from "./validity.ts";

/** A column of structures. */
export function structColumn(
  fields: readonly (readonly [name: string, column: ArrowColumn])[],
  { arrow, native }: ArrowParts,
): ArrowColumn {
  const type = new arrow.Struct(fields.map(([name, column]) => new arrow.Field(name, column.type, true)));
  return {
    type,
    data: (pieces) =>
      arrow.makeData({
        type,
        ...validityOf(native, pieces),
        children: fields.map(([, column], index) =>
          column.data(
            pieces.map((piece) => ({
              ...piece,
              vector: native.struct_vector_get_child(piece.vector, index),
            })),
          ),
        ),
      }),
  };
}
