import type { ColumnTable } from "arquero";
import type { ColumnType } from "../../tables/column-type.ts";
import { type ColumnLike, findColumnType } from "../../tables/column-type-of.ts";
import { DictColumn } from "../../tables/dict-column.ts";
import { inferColumnType } from "../../tables/infer-column-type.ts";
import { makeColumn } from "../../tables/make-column.ts";
import { makeTable } from "../../tables/make-table.ts";
import { planned, remember } from "../plans/provenance.ts";
import { asShown } from "./as-shown.ts";
import { joinDictColumns } from "./join-dict-columns.ts";

/** A column's values in one of the tables; undefined where the table does not have the column. */
interface Part {
  column: ColumnLike | undefined;
  length: number;
}

const NUMBERS: readonly (ColumnType | null)[] = ["int32", "int64", "float64"];

function totalLength(parts: readonly Part[]): number {
  return parts.reduce((sum, { length }) => sum + length, 0);
}

function joinValues(parts: readonly Part[]): unknown[] {
  const values = new Array<unknown>(totalLength(parts)).fill(null);
  let offset = 0;
  for (const { column, length } of parts) {
    const items = Array.isArray(column) ? column : null;
    if (column !== undefined) {
      for (let row = 0; row < length; row++) {
        values[offset + row] = (items === null ? column.at(row) : items[row]) ?? null;
      }
    }
    offset += length;
  }
  return values;
}

/** The typed arrays joined, or null where they are not all of one kind. */
function joinTypedArrays(parts: readonly Part[]): ColumnLike | null {
  const arrays = parts.map(({ column }) => column as Float64Array | undefined);
  const kind = arrays[0]?.constructor;
  if (!arrays.every((array) => ArrayBuffer.isView(array) && array.constructor === kind)) return null;
  const joined = new (kind as Float64ArrayConstructor)(totalLength(parts));
  let offset = 0;
  for (const array of arrays) {
    joined.set(array as Float64Array, offset);
    offset += array?.length ?? 0;
  }
  return joined;
}

/** The coded columns joined, or null where not all are coded. */
function joinCoded(parts: readonly Part[]): ColumnLike | null {
  const columns = parts.map(({ column }) => column);
  return columns.every((column) => column instanceof DictColumn) ? joinDictColumns(columns) : null;
}

function hasValues({ column, length }: Part): boolean {
  for (let row = 0; row < length; row++) {
    if ((column?.at(row) ?? null) !== null) return true;
  }
  return false;
}

/** The type of the tables' columns together. Columns without any value have no say where others have values. */
function commonType(parts: readonly Part[], values: readonly unknown[]): ColumnType | null {
  const telling = parts.filter(hasValues);
  const types = new Set(
    (telling.length > 0 ? telling : parts).flatMap(({ column }) => (column ? [findColumnType(column)] : [])),
  );
  const [first = null] = types;
  if (types.size === 1 || telling.length === 0) return first;
  const widest = NUMBERS.findLast((type) => types.has(type));
  if (widest === undefined || ![...types].every((type) => NUMBERS.includes(type))) {
    return inferColumnType(values, { integers: true });
  }
  return widest;
}

/** The values as numbers, or null where a 64-bit integer is more than a number holds exactly. */
function asNumbers(values: readonly unknown[]): unknown[] | null {
  const numbers = values.map((value) => (typeof value === "bigint" ? Number(value) : value));
  return values.every((value, row) => typeof value !== "bigint" || Number.isSafeInteger(numbers[row]))
    ? numbers
    : null;
}

function joinColumns(parts: readonly Part[]): ColumnLike {
  const joined = joinTypedArrays(parts) ?? joinCoded(parts);
  if (joined !== null) return joined;
  const values = joinValues(parts);
  const type = commonType(parts, values);
  if (type !== "float64") return type === null ? values : makeColumn(type, values);
  const numbers = asNumbers(values);
  return numbers === null ? values : makeColumn(type, numbers);
}

/**
 * The rows of tables below each other. A column that a table does not have is missing (`null`, "not specified") in
 * its rows. Columns come in the order of their first appearance; integers and fractions of the same column together
 * are fractions, and a column of different types keeps its values as they are.
 *
 * @throws {TypeError} When no table is given.
 * @example
 * ```ts
 * const jobs = concat(grid({ num_reps: [1, 2] }), grid({ scene: ["GYM_1"] }));
 * jobs.objects(); // [{ num_reps: 1, scene: null }, { num_reps: 2, scene: null }, { num_reps: null, scene: "GYM_1" }]
 * ```
 */
export function concat(...tables: ColumnTable[]): ColumnTable {
  if (tables.length === 0) throw new TypeError("concat needs at least one table");
  const names = [...new Set(tables.flatMap((each) => each.columnNames()))];
  const shown = tables.map((each) => ({ each: asShown(each), names: new Set(each.columnNames()) }));
  const joined = makeTable(
    names.map((name): [string, ColumnLike] => {
      const parts = shown.map(({ each, names }): Part => {
        const column = names.has(name) ? (each.column(name) as ColumnLike) : undefined;
        return { column, length: each.numRows() };
      });
      return [name, joinColumns(parts)];
    }),
  );
  return remember(joined, { op: "concat", inputs: tables.map(planned) });
}
