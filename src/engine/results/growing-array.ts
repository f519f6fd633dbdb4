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

  constructor(make: new (length: number) => T) {
    this.#make = make;
    this.values = new make(0);
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
    return this.values.slice(0, this.length) as T;
  }
}
