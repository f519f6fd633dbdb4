import type { FlatCodes } from "../columns/flat-column.ts";
import { fillValid } from "./fill-valid.ts";
import type { DuckDbParts } from "./load-duckdb.ts";
import { TextEntries } from "./text-entries.ts";
import type { VectorFiller } from "./vector-filler.ts";

/**
 * Fills vectors with strings that are few. They are strings to DuckDB and no `ENUM`, whose values compare and sort by
 * their places in the list.
 */
export function codesFiller({ codes, values }: FlatCodes, { api, native }: DuckDbParts): VectorFiller {
  const encoder = new TextEncoder();
  const texts = values.map((value) => (value === null ? null : encoder.encode(value)));
  const mayMiss = texts.includes(null);
  return {
    type: api.VARCHAR,
    fill(vector, start, count) {
      const entries = new TextEntries(native, count);
      const valid = mayMiss ? new Uint8Array(count) : null;
      const firstRows = new Map<number, number>();
      for (let i = 0; i < count; i++) {
        const code = codes[start + i] as number;
        const text = texts[code] ?? null;
        if (text === null) continue;
        if (valid !== null) valid[i] = 1;
        const first = firstRows.get(code);
        if (first !== undefined) entries.repeat(i, first);
        else {
          entries.set(i, text);
          firstRows.set(code, i);
        }
      }
      entries.flush(vector);
      fillValid(native, vector, valid, { start: 0, count });
    },
  };
}
