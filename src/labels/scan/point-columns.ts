import { FloatBuilder } from "../../tables/builders/float-builder.ts";
import { IntBuilder } from "../../tables/builders/int-builder.ts";
import type { TableBuilder } from "../../tables/table-builder.ts";

/** The numbers of some rows for one column. */
export interface PointNumbers {
  numbers: Float64Array;
  /** For each row the place of its number, -1 where it has none. */
  holes: Int32Array;
  /** How many rows have a number. */
  count: number;
}

/** Counts the rows that have a number. */
export function pointNumbers(numbers: Float64Array, holes: Int32Array): PointNumbers {
  return { numbers, holes, count: holes.filter((hole) => hole >= 0).length };
}

/** Columns of numbers that take the points of a form at once. */
export class PointColumns {
  readonly #columns: readonly (FloatBuilder | IntBuilder)[];

  constructor(table: TableBuilder, names: readonly string[]) {
    this.#columns = names.map((name) => {
      const column = table.column(name);
      if (column instanceof FloatBuilder || column instanceof IntBuilder) return column;
      throw new TypeError(`Cannot fill column "${name}": it is not one of numbers`);
    });
  }

  /** Appends rows, one entry a column. */
  append(row: number, parts: readonly PointNumbers[]): void {
    for (let i = 0; i < parts.length; i++) {
      const part = parts[i] as PointNumbers;
      const column = this.#columns[i] as FloatBuilder | IntBuilder;
      if (part.count === 0) continue;
      if (column instanceof IntBuilder) appendIntegers(column, row, part);
      else if (part.count === part.holes.length) appendAll(column, row, part);
      else appendSome(column, row, part);
    }
  }
}

function appendAll(column: FloatBuilder, row: number, { numbers, holes }: PointNumbers): void {
  const values = column.open(row, holes.length);
  for (let i = 0; i < holes.length; i++) values[row + i] = numbers[holes[i] as number] as number;
}

function appendSome(column: FloatBuilder, row: number, { numbers, holes }: PointNumbers): void {
  for (let i = 0; i < holes.length; i++) {
    const hole = holes[i] as number;
    if (hole >= 0) column.open(row + i, 1)[row + i] = numbers[hole] as number;
  }
}

function appendIntegers(column: IntBuilder, row: number, { numbers, holes }: PointNumbers): void {
  for (let i = 0; i < holes.length; i++) {
    const hole = holes[i] as number;
    if (hole >= 0) column.set(row + i, (numbers[hole] as number) | 0);
  }
}
