import { CLOSE_LIST, COMMA, OPEN_LIST } from "./characters.ts";
import { scanNumber } from "./scan-number.ts";
import { skipSpace } from "./skip-space.ts";

/** Reads the polygons of a segmentation: lists of x and y. */
export class PolygonScanner {
  /** The numbers of all polygons, one after the other. */
  #numbers = new Float64Array(1024);
  /** Where each polygon's numbers end. */
  readonly #ends: number[] = [];

  /** The polygons read last; the arrays are used again for the next. */
  *polygons(): Generator<Float64Array> {
    let start = 0;
    for (const end of this.#ends) {
      yield this.#numbers.subarray(start, end);
      start = end;
    }
  }

  /** Where the list of polygons that starts at a bracket ends, or -1 where it is none or one has an odd number of numbers. */
  scan(bytes: Uint8Array, view: DataView, start: number): number {
    const ends = this.#ends;
    ends.length = 0;
    let count = 0;
    let at = skipSpace(bytes, start + 1);
    if (bytes[at] === CLOSE_LIST) return at + 1;
    for (;;) {
      if (bytes[at] !== OPEN_LIST) return -1;
      at = skipSpace(bytes, at + 1);
      if (bytes[at] !== CLOSE_LIST) {
        for (;;) {
          if (count === this.#numbers.length) this.#grow();
          at = scanNumber(view, at, this.#numbers, count++);
          if (at < 0) return -1;
          at = skipSpace(bytes, at);
          if (bytes[at] === CLOSE_LIST) break;
          if (bytes[at] !== COMMA) return -1;
          at = skipSpace(bytes, at + 1);
        }
      }
      if ((count - (ends[ends.length - 1] ?? 0)) % 2 !== 0) return -1;
      ends.push(count);
      at = skipSpace(bytes, at + 1);
      if (bytes[at] === CLOSE_LIST) return at + 1;
      if (bytes[at] !== COMMA) return -1;
      at = skipSpace(bytes, at + 1);
    }
  }

  #grow(): void {
    const numbers = new Float64Array(2 * this.#numbers.length);
    numbers.set(this.#numbers);
    this.#numbers = numbers;
  }
}
