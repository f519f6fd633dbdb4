import type { DuckDbNative } from "../../../io/duckdb/load-duckdb.ts";
import { lengthOf, type Piece } from "./arrow-column.ts";

/** Which of the values of pieces are there, as Arrow keeps it. */
export interface Validity {
  readonly length: number;
  readonly nullCount: number;
  /** A bit for each value; null where all are there. */
  readonly nullBitmap: Uint8Array | null;
}

/** Finds which of the values of pieces are there. */
export function validityOf(native: DuckDbNative, pieces: readonly Piece[]): Validity {
  const length = lengthOf(pieces);
  const bitmap = new Uint8Array(Math.ceil(length / 8));
  let nullCount = 0;
  let at = 0;
  for (const { vector, start, end } of pieces) {
    // DuckDB keeps a bit a value in words of 64, and none at all where nothing is missing.
    const bytes = Math.ceil(end / 64) * 8;
    const bits = bytes === 0 ? null : (native.vector_get_validity(vector, bytes) as Uint8Array | null);
    for (let place = start; place < end; place++, at++) {
      if (bits === null || isSet(bits, place))
        bitmap[at >> 3] = (bitmap[at >> 3] as number) | (1 << (at & 7));
      else nullCount++;
    }
  }
  return { length, nullCount, nullBitmap: nullCount === 0 ? null : bitmap };
}

/** Whether a value is there. */
export function isThere({ nullBitmap }: Validity, place: number): boolean {
  return nullBitmap === null || isSet(nullBitmap, place);
}

function isSet(bits: Uint8Array, place: number): boolean {
  return (((bits[place >> 3] as number) >> (place & 7)) & 1) === 1;
}
