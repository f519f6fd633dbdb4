/** The typed arrays that columns grow in. */
export type Growable = Uint8Array | Uint32Array | Int32Array | Float64Array | BigInt64Array | BigUint64Array;

const FIRST_CAPACITY = 2048;

/** A typed array that grows at its end. */
export class GrowingArray<T extends Growable> {
  /** The memory; what lies after {@link length} is to be filled. */
  values: T;
  /** The number of values. */
  length = 0;
  readonly #make: new (
    length: number,
  ) => T;

  /** @param capacity The number of values to have room for from the start. */
  constructor(make: new (length: number) => T, capacity = 0) {
    this.#make = make;
    this.values = new make(capacity);
  }

  /**
   * Makes room for some values more, which the caller fills in.
   *
   * @returns The place of the first of them.
   */
  extend(count: number): number {
    const start = this.length;
    this.length += count;
    if (this.length > this.values.length) {
      const grown = new this.#make(Math.max(this.length, this.values.length * 2, FIRST_CAPACITY));
      (grown as Float64Array).set(this.values as Float64Array);
      this.values = grown;
    }
    return start;
  }

  /** The values, without room to grow. */
  finish(): T {
    return this.values.length === this.length ? this.values : (this.values.slice(0, this.length) as T);
  }
}
