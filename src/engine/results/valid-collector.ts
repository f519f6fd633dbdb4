import type { Vector } from "@duckdb/node-bindings";
import type { DuckDbNative } from "../../io/duckdb/load-duckdb.ts";
import { GrowingArray } from "./growing-array.ts";

/** Collects which values of a column are there. */
export class ValidCollector {
  readonly #native: DuckDbNative;
  readonly #valid: GrowingArray<Uint8Array>;
  #hasMissing = false;

  /** @param capacity The number of values to have room for from the start. */
  constructor(native: DuckDbNative, capacity = 0) {
    this.#native = native;
    this.#valid = new GrowingArray(Uint8Array, capacity);
  }

  /** The number of values so far. */
  get length(): number {
    return this.#valid.length;
  }

  /** Whether a value is there. */
  has(place: number): boolean {
    return this.#valid.values[place] === 1;
  }

  /** Takes the values of a piece, from the place `start` to before the place `end`. */
  append(vector: Vector, start: number, end: number): void {
    const at = this.#valid.extend(end - start);
    const { values } = this.#valid;
    // DuckDB keeps a bit a value in words of 64, and none at all where nothing is missing.
    const bits = this.#native.vector_get_validity(vector, Math.ceil(end / 64) * 8) as Uint8Array | null;
    if (bits === null) {
      values.fill(1, at, at + end - start);
      return;
    }
    for (let place = start; place < end; place++) {
      const valid = ((bits[place >> 3] as number) >> (place & 7)) & 1;
      values[at + place - start] = valid;
      if (valid === 0) this.#hasMissing = true;
    }
  }

  /** For each value 1 where it is there, else 0; null where none is missing. */
  finish(): Uint8Array | null {
    return this.#hasMissing ? this.#valid.finish() : null;
  }
}
