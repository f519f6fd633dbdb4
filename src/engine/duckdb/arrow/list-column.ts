import type { DataType } from "apache-arrow";
import type { ArrowColumn, ArrowParts, Piece } from "./arrow-column.ts";
import { isThere, validityOf } from "./validity.ts";

const WORD = 2 ** 32;

/** What {@link listColumn} makes a column of. */
export interface ListParts {
  readonly items: ArrowColumn;
  /** The length of all lists, where it is fixed. */
  readonly size?: number;
}

/** A column of lists, or of maps as lists of entries. */
export function listColumn(
  type: DataType,
  { arrow, native }: ArrowParts,
  { items, size }: ListParts,
): ArrowColumn {
  const extentsOf = ({ vector, end }: Piece): ((place: number) => readonly [number, number]) => {
    if (size !== undefined) return (place) => [place * size, (place + 1) * size];
    const { buffer, byteOffset } = native.vector_get_data(vector, end * 16);
    const words = new Uint32Array(buffer, byteOffset, end * 4);
    return (place) => {
      const from = (words[4 * place] as number) + (words[4 * place + 1] as number) * WORD;
      return [from, from + (words[4 * place + 2] as number)];
    };
  };
  return {
    type,
    data(pieces) {
      const validity = validityOf(native, pieces);
      const valueOffsets = new Int32Array(validity.length + 1);
      const runs: Piece[] = [];
      let at = 0;
      for (const piece of pieces) {
        if (piece.end === piece.start) continue;
        const child =
          size === undefined
            ? native.list_vector_get_child(piece.vector)
            : native.array_vector_get_child(piece.vector);
        const extent = extentsOf(piece);
        // Lists mostly lie one after the other: items are taken in runs.
        let run = { vector: child, start: 0, end: 0 };
        for (let place = piece.start; place < piece.end; place++) {
          const [from, to] = isThere(validity, at) ? extent(place) : [run.end, run.end];
          if (from !== run.end) {
            runs.push(run);
            run = { vector: child, start: from, end: to };
          }
          run.end = to;
          valueOffsets[at + 1] = (valueOffsets[at] as number) + to - from;
          at++;
        }
        runs.push(run);
      }
      return arrow.makeData({ type, ...validity, valueOffsets, child: items.data(runs) } as never);
    },
  };
}
