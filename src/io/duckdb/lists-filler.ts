import type { FlatLists } from "../columns/flat-column.ts";
import { fillValid } from "./fill-valid.ts";
import type { DuckDbParts } from "./load-duckdb.ts";
import type { VectorFiller } from "./vector-filler.ts";

/** Fills vectors with lists: for each row the place and the number of its items, and the items in a vector of their own. */
export function listsFiller(
  { offsets, valid }: FlatLists,
  { api, native, items }: DuckDbParts & { items: VectorFiller },
): VectorFiller {
  return {
    type: api.LIST(items.type),
    fill(vector, start, count) {
      const first = offsets[start] as number;
      const numItems = (offsets[start + count] as number) - first;
      // A place and a length of 64 bits each, of which the upper halves stay 0.
      const entries = new Uint32Array(count * 4);
      for (let i = 0; i < count; i++) {
        const offset = offsets[start + i] as number;
        entries[4 * i] = offset - first;
        entries[4 * i + 2] = (offsets[start + i + 1] as number) - offset;
      }
      native.copy_data_to_vector(vector, 0, entries.buffer, 0, entries.byteLength);
      fillValid(native, vector, valid, { start, count });
      native.list_vector_reserve(vector, numItems);
      native.list_vector_set_size(vector, numItems);
      if (numItems > 0) items.fill(native.list_vector_get_child(vector), first, numItems);
    },
  };
}
