import type { Vector } from "@duckdb/node-bindings";
import type { DuckDbNative } from "./load-duckdb.ts";

/** The bytes of one entry of a vector of strings. */
const ENTRY = 16;

/** Strings of at most so many bytes stand in the entry itself, after their length. */
const INLINE = 12;

/**
 * Strings on their way into a vector. DuckDB's entry of a string is its length and either its bytes or the first four
 * of them and a pointer. The long strings of a vector are handed over as one text, whose place is then read back: a call
 * for each of them would be dearer than everything else.
 */
export class TextEntries {
  readonly #native: DuckDbNative;
  readonly #entries: Uint8Array<ArrayBuffer>;
  readonly #words: Uint32Array;
  /** For each row 1 + the place of its bytes in the text; 0 where there are none. */
  readonly #places: Uint32Array;
  #text: Uint8Array = new Uint8Array(1 << 16);
  #used = 0;

  constructor(native: DuckDbNative, count: number) {
    this.#native = native;
    this.#entries = new Uint8Array(count * ENTRY);
    this.#words = new Uint32Array(this.#entries.buffer);
    this.#places = new Uint32Array(count);
  }

  /** Gives a row its string, as UTF-8. */
  set(row: number, bytes: Uint8Array): void {
    this.#words[row * 4] = bytes.length;
    if (bytes.length <= INLINE) {
      this.#entries.set(bytes, row * ENTRY + 4);
      return;
    }
    this.#reserve(bytes.length);
    this.#text.set(bytes, this.#used);
    this.#point(row, this.#used);
    this.#used += bytes.length;
  }

  /** Gives a row the string of an earlier row. */
  repeat(row: number, earlier: number): void {
    this.#words.copyWithin(row * 4, earlier * 4, earlier * 4 + 4);
    this.#places[row] = this.#places[earlier] as number;
  }

  /** Puts the strings into the first places of a vector. */
  flush(vector: Vector): void {
    if (this.#used > 0) {
      this.#native.vector_assign_string_element_len(vector, 0, this.#text.subarray(0, this.#used));
      this.#resolve(this.#native.vector_get_data(vector, ENTRY));
    }
    this.#native.copy_data_to_vector(vector, 0, this.#entries.buffer, 0, this.#entries.byteLength);
  }

  #reserve(bytes: number): void {
    if (this.#used + bytes <= this.#text.length) return;
    const larger = new Uint8Array(Math.max(this.#text.length * 2, this.#used + bytes));
    larger.set(this.#text.subarray(0, this.#used));
    this.#text = larger;
  }

  #point(row: number, place: number): void {
    this.#entries.set(this.#text.subarray(place, place + 4), row * ENTRY + 4);
    this.#places[row] = place + 1;
  }

  /** Turns places in the text into pointers. */
  #resolve(entry: Uint8Array): void {
    const view = new DataView(entry.buffer, entry.byteOffset, ENTRY);
    const [low, high] = [view.getUint32(8, true), view.getUint32(12, true)];
    for (let row = 0; row < this.#places.length; row++) {
      const place = (this.#places[row] as number) - 1;
      if (place < 0) continue;
      this.#words[row * 4 + 2] = low + place;
      this.#words[row * 4 + 3] = high + (low + place >= 2 ** 32 ? 1 : 0);
    }
  }
}
