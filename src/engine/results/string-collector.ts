import { Buffer } from "node:buffer";
import type { Vector } from "@duckdb/node-bindings";
import type { DuckDbNative } from "../../io/duckdb/load-duckdb.ts";
import { TypedColumn } from "../../tables/typed-column.ts";
import type { CollectedColumn, ColumnCollector } from "./column-collector.ts";
import { GrowingArray } from "./growing-array.ts";
import { dictColumn, isFew } from "./text-column.ts";
import { ValidCollector } from "./valid-collector.ts";

/** DuckDB keeps a string in four words: its length in bytes, then its bytes, or the first four of them and where they are. */
const WORDS = 4;
const WORD_BYTES = 4;
const INLINE_BYTES = 12;
const POINTER_OFFSET = 8;

/** How many words of strings that were seen lately are kept, to tell a string without reading it. */
const SLOTS = 4096;

/** Collects strings. Those that were seen lately are told by their words alone. */
export class StringCollector implements ColumnCollector {
  readonly #native: DuckDbNative;
  readonly #codes = new GrowingArray(Uint32Array);
  readonly #valid: ValidCollector;
  readonly #values: string[] = [];
  readonly #places = new Map<string, number>();
  readonly #seen = new Uint32Array(SLOTS * WORDS);
  readonly #seenCodes = new Int32Array(SLOTS).fill(-1);
  /** The pieces in which the strings of the slots were seen: where a string lies tells it within one piece only. */
  readonly #seenIn = new Uint32Array(SLOTS);
  #piece = 0;

  constructor(native: DuckDbNative) {
    this.#native = native;
    this.#valid = new ValidCollector(native);
  }

  append(vector: Vector, start: number, end: number): void {
    if (end === start) return;
    this.#piece++;
    const { buffer, byteOffset } = this.#native.vector_get_data(vector, end * WORDS * WORD_BYTES);
    const words = new Uint32Array(buffer, byteOffset, end * WORDS);
    const bytes = Buffer.from(buffer as ArrayBuffer, byteOffset, end * WORDS * WORD_BYTES);
    const first = this.#valid.length;
    this.#valid.append(vector, start, end);
    const at = this.#codes.extend(end - start);
    const { values: codes } = this.#codes;
    for (let place = start; place < end; place++) {
      const row = at + place - start;
      if (this.#valid.has(first + place - start)) codes[row] = this.#codeAt(words, bytes, place);
    }
  }

  finish(): CollectedColumn {
    const valid = this.#valid.finish();
    const codes = this.#codes.finish();
    const values: (string | null)[] = this.#values;
    if (isFew(values.length, codes.length)) {
      if (valid === null) return dictColumn(codes, values);
      for (let row = 0; row < codes.length; row++) if (valid[row] === 0) codes[row] = values.length;
      return dictColumn(codes, [...values, null]);
    }
    const texts = new Array<string | null>(codes.length);
    for (let row = 0; row < texts.length; row++) {
      texts[row] = valid !== null && valid[row] === 0 ? null : (values[codes[row] as number] as string);
    }
    return { type: "string", column: new TypedColumn("string", texts) };
  }

  #codeAt(words: Uint32Array, bytes: Buffer, place: number): number {
    const at = place * WORDS;
    const length = words[at] as number;
    const [a, b, c] = [words[at + 1] as number, words[at + 2] as number, words[at + 3] as number];
    const slot =
      ((Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b) ^ Math.imul(c, 0xc2b2ae35) ^ length) >>> 8) %
      SLOTS;
    const seen = this.#seen;
    const seenAt = slot * WORDS;
    const isSeen =
      this.#seenCodes[slot] !== -1 &&
      seen[seenAt] === length &&
      seen[seenAt + 1] === a &&
      seen[seenAt + 2] === b &&
      seen[seenAt + 3] === c &&
      (length <= INLINE_BYTES || this.#seenIn[slot] === this.#piece);
    if (isSeen) return this.#seenCodes[slot] as number;
    const code = this.#codeOf(this.#textAt(bytes, at * WORD_BYTES, length));
    seen[seenAt] = length;
    seen[seenAt + 1] = a;
    seen[seenAt + 2] = b;
    seen[seenAt + 3] = c;
    this.#seenIn[slot] = this.#piece;
    this.#seenCodes[slot] = code;
    return code;
  }

  #textAt(bytes: Buffer, offset: number, length: number): string {
    if (length <= INLINE_BYTES) {
      const start = offset + WORD_BYTES;
      return bytes.toString("utf8", start, start + length);
    }
    const { buffer, byteOffset } = bytes;
    const { buffer: memory, byteOffset: start } = this.#native.get_data_from_pointer(
      buffer as ArrayBuffer,
      byteOffset + offset + POINTER_OFFSET,
      length,
    );
    return Buffer.from(memory as ArrayBuffer, start, length).toString("utf8");
  }

  #codeOf(text: string): number {
    const known = this.#places.get(text);
    if (known !== undefined) return known;
    const code = this.#values.push(text) - 1;
    // Beyond what a dictionary may hold, looking strings up is not worth it.
    if (code < 2 ** 16) this.#places.set(text, code);
    return code;
  }
}
