import type { ColumnTable } from "arquero";
import { type ColumnLike, findColumnType } from "../../tables/column-type-of.ts";
import { DictColumn } from "../../tables/dict-column.ts";
import { columnKind } from "./column-kind.ts";
import { findColumn } from "./find-column.ts";

/** The different values of a column as levels of a factor. */
export interface Levels {
  /** For each row the place of its value in `values`, -1 where it is missing (`NaN` counts as missing). */
  codes: Int32Array;
  /** The different values that rows have: numbers and moments ascending, false before true, texts by UTF-16 code unit. */
  values: readonly (string | number | bigint | boolean | Date)[];
}

type Level = Levels["values"][number];

/** The levels of a column of single values. */
export function toLevels(column: ColumnLike): Levels {
  const places = new Map<unknown, number>();
  const found: Level[] = [];
  const rough = new Int32Array(column.length);
  const place = (value: unknown): number => {
    if (value === null || value === undefined || Number.isNaN(value)) return -1;
    const key = value instanceof Date ? value.getTime() : value;
    const known = places.get(key);
    if (known !== undefined) return known;
    places.set(key, found.length);
    return found.push(value as Level) - 1;
  };
  if (column instanceof DictColumn) {
    const { codes, values } = column;
    const placed = new Int32Array(values.length).fill(-2);
    for (let row = 0; row < rough.length; row++) {
      const code = codes[row] as number;
      if (placed[code] === -2) placed[code] = place(values[code]);
      rough[row] = placed[code] as number;
    }
  } else {
    for (let row = 0; row < rough.length; row++) rough[row] = place(column.at(row));
  }
  const order = found.map((_, i) => i).sort((a, b) => compare(found[a] as Level, found[b] as Level));
  const rank = new Int32Array(found.length);
  order.forEach((from, to) => {
    rank[from] = to;
  });
  const codes = rough.map((code) => (code < 0 ? -1 : (rank[code] as number)));
  return { codes, values: order.map((i) => found[i] as Level) };
}

/**
 * The levels of a table's column.
 *
 * @param role What the column is for, for errors: `factor`.
 * @throws {RangeError} When the table has no column of that name.
 * @throws {TypeError} When the column has lists or structures.
 */
export function levelsOf(table: ColumnTable, name: string, role = "column"): Levels {
  const column = findColumn(table, name, role);
  const type = findColumnType(column);
  const kind = columnKind(type);
  if (kind === "list" || (kind === "other" && type !== null)) {
    throw new TypeError(`The ${role} "${name}" must have single values, got ${type}`);
  }
  return toLevels(column);
}

function compare(a: Level, b: Level): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
