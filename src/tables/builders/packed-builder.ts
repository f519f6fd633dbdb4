const FIRST_CAPACITY = 64;

/** The typed arrays that columns are packed into. */
export type Cells = Uint8Array | Int32Array | Float64Array | BigInt64Array;

/** Values in a typed array that grows, with marks of the rows that have one. */
export class PackedBuilder<A extends Cells = Cells> {
  /** The values; rows beyond {@link length} hold anything. */
  values: A;
  /** 1 for each row that has a value; null as long as all rows have. Rows beyond {@link length} are 0. */
  valid: Uint8Array | null = null;
  /** The number of rows up to the last one that has a value. */
  length = 0;
  readonly #make: (length: number) => A;

  /** @param make Makes an array of zeros. */
  constructor(make: (length: number) => A) {
    this.#make = make;
    this.values = make(0);
  }

  /** About how much memory the values take. */
  get bytes(): number {
    return this.length * (this.values.BYTES_PER_ELEMENT + (this.valid === null ? 0 : 1));
  }

  /** Makes room for so many rows. */
  reserve(rows: number): void {
    if (rows > this.values.length) this.#grow(rows);
  }

  /** Makes rows that follow those so far count as having values, which the caller then puts into {@link values}. */
  open(row: number, count: number): A {
    const end = row + count;
    if (end > this.values.length) this.#grow(end);
    if (row > this.length && this.valid === null) {
      this.valid = new Uint8Array(this.values.length).fill(1, 0, this.length);
    }
    if (this.valid !== null) this.valid.fill(1, row, end);
    this.length = end;
    return this.values;
  }

  /** Takes back the values of all rows from `rows` on. */
  truncate(rows: number): void {
    if (this.length <= rows) return;
    this.valid?.fill(0, rows, this.length);
    let length = rows;
    while (this.valid !== null && length > 0 && this.valid[length - 1] === 0) length--;
    this.length = length;
  }

  /** The values of the first rows. They share memory with the builder, which may get more rows but lose none. */
  cut(rows: number): A {
    this.reserve(rows);
    return this.values.subarray(0, rows) as A;
  }

  /** The marks of the first rows, null where all have values. */
  cutValid(rows: number): Uint8Array | null {
    if (this.valid === null) return this.length < rows ? new Uint8Array(rows).fill(1, 0, this.length) : null;
    const valid = this.valid.subarray(0, rows);
    return valid.includes(0) ? valid : null;
  }

  #grow(rows: number): void {
    const capacity = Math.max(FIRST_CAPACITY, rows, 2 * this.values.length);
    const values = this.#make(capacity);
    (values as Float64Array).set(this.values.subarray(0, this.length) as Float64Array);
    this.values = values;
    if (this.valid === null) return;
    const valid = new Uint8Array(capacity);
    valid.set(this.valid);
    this.valid = valid;
  }
}
