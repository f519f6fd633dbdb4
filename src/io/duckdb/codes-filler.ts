import type { Codes } from "../../tables/make-codes.ts";
import type { FlatCodes } from "../columns/flat-column.ts";
import { fillValid } from "./fill-valid.ts";
import type { DuckDbParts } from "./load-duckdb.ts";
import { ENTRY_WORDS, INLINE_BYTES, pointEntry, putText } from "./string-entries.ts";
import type { VectorFiller } from "./vector-filler.ts";

/**
 * Fills vectors with strings that are few. They are strings to DuckDB and no `ENUM`, whose values compare and sort by
 * their places in the list.
 */
export function codesFiller({ codes, values }: FlatCodes, { api, native }: DuckDbParts): VectorFiller {
  const encoder = new TextEncoder();
  const texts = values.map((value) => encoder.encode(value ?? ""));
  const templates = entriesOf(texts);
  const hasLong = texts.some(({ length }) => length > INLINE_BYTES);
  const missing = values.indexOf(null);
  return {
    type: api.VARCHAR,
    fill(vector, start, count) {
      const rows = codes.subarray(start, start + count);
      const { text, places } = hasLong ? longTexts(rows, texts) : NONE;
      if (text.length > 0) {
        const address = putText(native, vector, text);
        for (const [code, place] of places) pointEntry(templates, code, place, address);
      }
      const words = repeated(rows, templates);
      native.copy_data_to_vector(vector, 0, words.buffer, 0, words.byteLength);
      if (missing < 0) return;
      const valid = Uint8Array.from(rows, (code) => (code === missing ? 0 : 1));
      fillValid(native, vector, valid, { start: 0, count });
    },
  };
}

/** Entries of texts; what long ones point at is left open. */
function entriesOf(texts: readonly Uint8Array[]): Uint32Array {
  const words = new Uint32Array(texts.length * ENTRY_WORDS);
  const bytes = new Uint8Array(words.buffer);
  texts.forEach((text, i) => {
    words[i * ENTRY_WORDS] = text.length;
    bytes.set(text.length <= INLINE_BYTES ? text : text.subarray(0, 4), i * ENTRY_WORDS * 4 + 4);
  });
  return words;
}

function repeated(codes: Codes, entries: Uint32Array): Uint32Array<ArrayBuffer> {
  const words = new Uint32Array(codes.length * ENTRY_WORDS);
  for (let row = 0, to = 0; row < codes.length; row++) {
    const from = (codes[row] as number) * ENTRY_WORDS;
    words[to++] = entries[from] as number;
    words[to++] = entries[from + 1] as number;
    words[to++] = entries[from + 2] as number;
    words[to++] = entries[from + 3] as number;
  }
  return words;
}

interface LongTexts {
  readonly text: Uint8Array;
  /** The place of each text in it, by code. */
  readonly places: ReadonlyMap<number, number>;
}

const NONE: LongTexts = { text: new Uint8Array(), places: new Map() };

/** The texts of some rows that do not fit into an entry, one after the other. */
function longTexts(codes: Codes, texts: readonly Uint8Array[]): LongTexts {
  const places = new Map<number, number>();
  const seen = new Uint8Array(texts.length);
  let length = 0;
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row] as number;
    if (seen[code] === 1) continue;
    seen[code] = 1;
    const bytes = texts[code]?.length ?? 0;
    if (bytes <= INLINE_BYTES) continue;
    places.set(code, length);
    length += bytes;
  }
  const text = new Uint8Array(length);
  for (const [code, place] of places) text.set(texts[code] as Uint8Array, place);
  return { text, places };
}
