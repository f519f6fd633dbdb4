import type { ColumnLike } from "../../../tables/column-type-of.ts";
import { DictColumn } from "../../../tables/dict-column.ts";

/** The different values of a column and how often each comes. */
export interface CellCounts<T> {
  readonly values: readonly T[];
  /** How often each of them comes: the sum of its weights. */
  readonly counts: Float64Array;
  readonly missing: number;
}

/**
 * Counts the different values of a column of texts or of bigints.
 *
 * @param weights How many times each row counts, null for once. A row of weight 0 is as if it were not there.
 */
export function countCells<T extends string | bigint>(
  column: ColumnLike,
  weights: Float64Array | null,
): CellCounts<T> {
  const tally = new Tally<T>();
  if (column instanceof DictColumn) countCodes(column, weights, tally as unknown as Tally<string>);
  else {
    for (let row = 0; row < column.length; row++)
      tally.add(column.at(row) as T | null | undefined, weights === null ? 1 : (weights[row] as number));
  }
  return tally.finish();
}

class Tally<T> {
  readonly #places = new Map<T, number>();
  readonly #counts: number[] = [];
  #missing = 0;

  add(value: T | null | undefined, weight: number): void {
    if (weight === 0) return;
    if (value === null || value === undefined) {
      this.#missing += weight;
      return;
    }
    const place = this.#places.get(value);
    if (place === undefined) this.#places.set(value, this.#counts.push(weight) - 1);
    else (this.#counts[place] as number) += weight;
  }

  finish(): CellCounts<T> {
    return {
      values: [...this.#places.keys()],
      counts: Float64Array.from(this.#counts),
      missing: this.#missing,
    };
  }
}

function countCodes({ codes, values }: DictColumn, weights: Float64Array | null, tally: Tally<string>): void {
  if (values.length > 2 * codes.length) {
    for (let row = 0; row < codes.length; row++)
      tally.add(values[codes[row] as number], weights === null ? 1 : (weights[row] as number));
    return;
  }
  const counts = new Float64Array(values.length);
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row] as number;
    counts[code] = (counts[code] as number) + (weights === null ? 1 : (weights[row] as number));
  }
  for (const [code, value] of values.entries()) tally.add(value, counts[code] as number);
}
