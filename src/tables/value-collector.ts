/** Collects the values of a column, row by row; rows that are left out are missing (`null`). */
export interface ValueCollector {
  /** Gives a row its value; rows come in ascending order. */
  set(row: number, value: unknown): void;
  /** The values of all rows: a `Float64Array` where each has a number. */
  finish(): Float64Array | unknown[];
}

/** Collects `n` values; numbers take no more than their 8 bytes as long as there is nothing else. */
export function collectValues(n: number): ValueCollector {
  let numbers = new Float64Array(0);
  let values: unknown[] | null = null;
  let count = 0;

  function giveUpNumbers(): unknown[] {
    const list = new Array<unknown>(n).fill(null);
    for (let row = 0; row < count; row++) list[row] = numbers[row];
    numbers = new Float64Array(0);
    return list;
  }

  return {
    set: (row, value) => {
      if (values === null && typeof value === "number" && row === count) {
        if (count === 0) numbers = new Float64Array(n);
        numbers[count++] = value;
        return;
      }
      values ??= giveUpNumbers();
      values[row] = value ?? null;
    },
    finish: () => {
      if (values === null && count < n) values = giveUpNumbers();
      return values ?? numbers;
    },
  };
}
