import type { Batch } from "@uwdata/flechette";
import { fromBits } from "../../../io/columns/bits.ts";
import type { ColumnLike } from "../../../tables/column-type-of.ts";
import type { CollectedColumn } from "../../results/column-collector.ts";
import { GrowingArray } from "../../results/growing-array.ts";

/** Numbers that are in memory as JavaScript has them. */
export type Numbers = Int32Array | Float64Array | BigInt64Array;

/** Collects numbers that come in batches as they are in memory. */
export class NumberCollector<T extends Numbers> {
  readonly copies = true;
  readonly #values: GrowingArray<T>;
  readonly #finish: (values: T, valid: Uint8Array | null) => CollectedColumn;
  /** For each row 1 where it has a value, else 0; none before the first missing one. */
  #valid: GrowingArray<Uint8Array> | null = null;

  constructor(
    make: new (length: number) => T,
    finish: (values: T, valid: Uint8Array | null) => CollectedColumn,
  ) {
    this.#values = new GrowingArray(make);
    this.#finish = finish;
  }

  append({ values, length: count, nullCount, validity }: Batch<unknown>): void {
    const start = this.#values.extend(count);
    (this.#values.values as Float64Array).set((values as Float64Array).subarray(0, count), start);
    if (nullCount === 0 && this.#valid === null) return;
    this.#valid ??= allValid(start);
    const at = this.#valid.extend(count);
    const bytes = this.#valid.values;
    if (nullCount > 0) fromBits(validity as Uint8Array, { bytes, start: at, count });
    else bytes.fill(1, at, at + count);
  }

  finish(): ColumnLike {
    return this.#finish(this.#values.finish(), this.#valid?.finish() ?? null).column;
  }
}

function allValid(count: number): GrowingArray<Uint8Array> {
  const valid = new GrowingArray(Uint8Array);
  valid.extend(count);
  valid.values.fill(1, 0, count);
  return valid;
}
