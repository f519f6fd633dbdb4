import type { FlatStrings } from "../columns/flat-column.ts";
import { fillValid } from "./fill-valid.ts";
import type { DuckDbParts } from "./load-duckdb.ts";
import { TextEntries } from "./text-entries.ts";
import type { VectorFiller } from "./vector-filler.ts";

/** Fills vectors with strings. */
export function stringsFiller({ values }: FlatStrings, { api, native }: DuckDbParts): VectorFiller {
  const encoder = new TextEncoder();
  return {
    type: api.VARCHAR,
    fill(vector, start, count) {
      const entries = new TextEntries(native, count);
      const valid = new Uint8Array(count);
      for (let i = 0; i < count; i++) {
        const value = values[start + i];
        if (value === null || value === undefined) continue;
        valid[i] = 1;
        entries.set(i, encoder.encode(value));
      }
      entries.flush(vector);
      fillValid(native, vector, valid, { start: 0, count });
    },
  };
}
