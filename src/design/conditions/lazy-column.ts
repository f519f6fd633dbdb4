/** A column whose values are computed when they are asked for. */
export class LazyColumn {
  /** The number of rows. */
  readonly length: number;
  /** The value of a row. */
  readonly at: (row: number) => unknown;

  constructor(length: number, at: (row: number) => unknown) {
    this.length = length;
    this.at = at;
  }

  *[Symbol.iterator](): Iterator<unknown> {
    for (let row = 0; row < this.length; row++) yield this.at(row);
  }
}
