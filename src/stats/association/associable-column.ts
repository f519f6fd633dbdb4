import type { ColumnTable } from "arquero";
import { findColumnType } from "../../tables/column-type-of.ts";
import { columnKind } from "../columns/column-kind.ts";
import { findColumn } from "../columns/find-column.ts";
import { type Levels, toLevels } from "../columns/levels-of.ts";
import { toNumbers } from "../columns/numbers-of.ts";
import { averageRanks, sortedPlaces } from "./average-ranks.ts";
import { unitVector } from "./unit-vector.ts";

/** A column as associations take it: numbers, levels, or both (truth values). */
export interface AssociableColumn {
  name: string;
  /** Null for texts. */
  numbers: Float64Array | null;
  /** The places of the finite numbers, ascending by number. */
  order: Uint32Array;
  /** Null for numbers and moments. */
  levels: Levels | null;
  /** The numbers and their ranks as vectors of length 1, where all are finite and they vary; else null. */
  whole: { numbers: Float64Array; ranks: Float64Array } | null;
}

/**
 * A column for associations.
 *
 * @returns Null where it has lists, structures, or values of several types.
 * @throws {RangeError} When the table has no column of that name.
 */
export function associableColumn(table: ColumnTable, name: string): AssociableColumn | null {
  const column = findColumn(table, name);
  const kind = columnKind(findColumnType(column));
  if (kind === "list" || kind === "other") return null;
  const numbers = kind === "categorical" ? null : toNumbers(column);
  const levels = kind === "categorical" || kind === "boolean" ? toLevels(column) : null;
  const order = numbers === null ? new Uint32Array() : sortedPlaces(numbers);
  return { name, numbers, order, levels, whole: numbers && wholeOf(numbers, order) };
}

function wholeOf(numbers: Float64Array, order: Uint32Array): AssociableColumn["whole"] {
  if (order.length === 0 || order.length < numbers.length) return null;
  const [unit, ranks] = [unitVector(numbers), unitVector(averageRanks(numbers, order))];
  return unit === null || ranks === null ? null : { numbers: unit, ranks };
}
