import type { FlatStrings } from "../columns/flat-column.ts";
import { TextBuffer } from "../columns/text-buffer.ts";
import { fillValid } from "./fill-valid.ts";
import type { DuckDbParts } from "./load-duckdb.ts";
import { ENTRY_WORDS, INLINE_BYTES, pointEntry, putText } from "./string-entries.ts";
import type { VectorFiller } from "./vector-filler.ts";

const ENTRY_BYTES = ENTRY_WORDS * 4;

/** Fills vectors with strings. */
export function stringsFiller({ values }: FlatStrings, { api, native }: DuckDbParts): VectorFiller {
  return {
    type: api.VARCHAR,
    fill(vector, start, count) {
      const words = new Uint32Array(count * ENTRY_WORDS);
      const valid = new Uint8Array(count);
      const { text, starts } = encoded(values, { start, count, valid });
      const bytes = new Uint8Array(words.buffer);
      const address = text.length > INLINE_BYTES ? putText(native, vector, text) : NOWHERE;
      for (let row = 0; row < count; row++) {
        const place = starts[row] as number;
        const length = (starts[row + 1] as number) - place;
        const inline = length > INLINE_BYTES ? 4 : length;
        const to = row * ENTRY_BYTES + 4;
        words[row * ENTRY_WORDS] = length;
        for (let i = 0; i < inline; i++) bytes[to + i] = text[place + i] as number;
        if (length > INLINE_BYTES) pointEntry(words, row, place, address);
      }
      native.copy_data_to_vector(vector, 0, words.buffer, 0, words.byteLength);
      fillValid(native, vector, valid, { start: 0, count });
    },
  };
}

const NOWHERE = { low: 0, high: 0 };

interface Rows {
  start: number;
  count: number;
  /** Set to 1 for each row that has a string. */
  valid: Uint8Array;
}

/** The strings of some rows one after the other, with the place where each starts and where the last one ends. */
function encoded(
  values: FlatStrings["values"],
  { start, count, valid }: Rows,
): { text: Uint8Array; starts: Uint32Array } {
  const text = new TextBuffer(count * INLINE_BYTES);
  const starts = new Uint32Array(count + 1);
  for (let row = 0; row < count; row++) {
    const value = values[start + row];
    if (value !== null && value !== undefined) {
      text.append(value);
      valid[row] = 1;
    }
    starts[row + 1] = text.length;
  }
  return { text: text.bytes(), starts };
}
