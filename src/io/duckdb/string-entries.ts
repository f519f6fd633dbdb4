import type { Vector } from "@duckdb/node-bindings";
import type { DuckDbNative } from "./load-duckdb.ts";

/** The words of 32 bits of one entry of a vector of strings: length, first bytes, and the other bytes or a pointer. */
export const ENTRY_WORDS = 4;

/** Strings of at most so many bytes stand in the entry itself, after their length. */
export const INLINE_BYTES = 12;

/** Where a text lies in the memory of DuckDB, in halves of 32 bits. */
export interface Address {
  readonly low: number;
  readonly high: number;
}

/**
 * Gives a vector the bytes of all its long strings as one text and tells where they went, so that entries can point into
 * it: a call for each string would be dearer than everything else.
 */
export function putText(native: DuckDbNative, vector: Vector, text: Uint8Array): Address {
  native.vector_assign_string_element_len(vector, 0, text);
  const entry = native.vector_get_data(vector, ENTRY_WORDS * 4);
  const view = new DataView(entry.buffer, entry.byteOffset);
  return { low: view.getUint32(8, true), high: view.getUint32(12, true) };
}

/** Points an entry at a place in a text. */
export function pointEntry(words: Uint32Array, entry: number, place: number, { low, high }: Address): void {
  words[entry * ENTRY_WORDS + 2] = low + place;
  words[entry * ENTRY_WORDS + 3] = low + place >= 2 ** 32 ? high + 1 : high;
}
