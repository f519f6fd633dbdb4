import type { Vector } from "@duckdb/node-bindings";
import type { DuckDbNative } from "../../io/duckdb/load-duckdb.ts";
import { TypedColumn } from "../../tables/typed-column.ts";
import type { CollectedColumn, ColumnCollector } from "./column-collector.ts";
import { GrowingArray } from "./growing-array.ts";
import { INLINE_BYTES, StringMemory, WORD_BYTES, WORDS } from "./string-memory.ts";
import { dictColumn, isFew } from "./text-column.ts";
import { ValidCollector } from "./valid-collector.ts";

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
    const at = this.#codes.extend(end - start);
    this.#valid.append(vector, start, end);
    const isThere = (place: number): boolean => this.#valid.has(at + place - start);
    const memory = new StringMemory(this.#native, words, { start, end, isThere });
    const { values: codes } = this.#codes;
    for (let place = start; place < end; place++) {
      if (isThere(place)) codes[at + place - start] = this.#codeAt(words, place, memory);
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

  #codeAt(words: Uint32Array, place: number, memory: StringMemory): number {
    const at = place * WORDS;
    const length = words[at] as number;
    const a = words[at + 1] as number;
    const b = words[at + 2] as number;
    const c = words[at + 3] as number;
    const slot = slotOf(length, a, b, c);
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
    const code = this.#codeOf(memory.textAt(place));
    seen[seenAt] = length;
    seen[seenAt + 1] = a;
    seen[seenAt + 2] = b;
    seen[seenAt + 3] = c;
    this.#seenIn[slot] = this.#piece;
    this.#seenCodes[slot] = code;
    return code;
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

function slotOf(length: number, a: number, b: number, c: number): number {
  const mixed = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b) ^ Math.imul(c, 0xc2b2ae35) ^ length;
  return (mixed >>> 8) % SLOTS;
}
