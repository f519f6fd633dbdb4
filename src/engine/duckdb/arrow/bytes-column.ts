import type { DataType } from "apache-arrow";
import { StringMemory, WORD_BYTES, WORDS } from "../../results/string-memory.ts";
import type { ArrowColumn, ArrowParts, Piece } from "./arrow-column.ts";
import { isThere, type Validity, validityOf } from "./validity.ts";

/** The texts or bytes of one piece. */
interface Strings {
  readonly piece: Piece;
  readonly words: Uint32Array;
  /** The place of the first among all values. */
  readonly at: number;
}

/** A column of texts or bytes: they are copied as they are. */
export function bytesColumn(type: DataType, { arrow, native }: ArrowParts): ArrowColumn {
  return {
    type,
    data(pieces) {
      const validity = validityOf(native, pieces);
      const parts: Strings[] = [];
      const valueOffsets = new Int32Array(validity.length + 1);
      let at = 0;
      for (const piece of pieces) {
        if (piece.end === piece.start) continue;
        const { buffer, byteOffset } = native.vector_get_data(piece.vector, piece.end * WORDS * WORD_BYTES);
        const words = new Uint32Array(buffer, byteOffset, piece.end * WORDS);
        parts.push({ piece, words, at });
        at = measure(valueOffsets, { piece, words, at }, validity);
      }
      const data = new Uint8Array(valueOffsets[validity.length] as number);
      for (const { piece, words, at: first } of parts) {
        const there = (place: number): boolean => isThere(validity, first + place - piece.start);
        const memory = new StringMemory(native, words, { ...piece, isThere: there });
        for (let place = piece.start; place < piece.end; place++) {
          if (there(place)) memory.copyAt(place, data, valueOffsets[first + place - piece.start] as number);
        }
      }
      return arrow.makeData({ type, ...validity, valueOffsets, data } as never);
    },
  };
}

/** Sets where the values of a piece end, and gives the place of the value after them. */
function measure(offsets: Int32Array, { piece, words, at }: Strings, validity: Validity): number {
  let end = offsets[at] as number;
  let next = at;
  for (let place = piece.start; place < piece.end; place++) {
    if (isThere(validity, next)) end += words[place * WORDS] as number;
    next++;
    offsets[next] = end;
  }
  return next;
}
