import type { ColumnTable } from "arquero";
import type { ColumnLike } from "../../tables/column-type-of.ts";
import { pickerOf } from "../../tables/take-rows.ts";
import { findColumn } from "../columns/find-column.ts";
import { numbersOf } from "../columns/numbers-of.ts";

/** The columns that tell instances apart. */
export const INSTANCE_KEYS = ["job_id", "camera", "image_id", "annotation_id"] as const;

/** The points of an instance. */
export interface InstancePoints {
  /** A row of the instance. */
  readonly row: number;
  /** x, y and v of each point; x and y are `NaN` and v is 0 where the table has none. */
  readonly points: Float64Array;
}

/** What instances are of. */
export interface WantedPoints {
  /** The skeleton; a table without a column `skeleton` has one only. */
  readonly skeleton: string;
  /** The names of the points. */
  readonly names: readonly string[];
}

/**
 * The instances of a table of keypoints by key, in the order of the table.
 *
 * @throws {RangeError} When the table lacks a column.
 */
export function instancePoints(
  table: ColumnTable,
  { skeleton, names }: WantedPoints,
): Map<string, InstancePoints> {
  const keyOf = instanceKey(table);
  const skeletons = table.columnNames().includes("skeleton") ? findColumn(table, "skeleton") : null;
  const keypoints = findColumn(table, "keypoint");
  const [x, y, v] = (["x", "y", "v"] as const).map((name) => numbersOf(table, name)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const places = new Map(names.map((name, place) => [name, place]));
  const instances = new Map<string, InstancePoints>();
  for (let row = 0; row < x.length; row++) {
    if (skeletons !== null && skeletons.at(row) !== skeleton) continue;
    const place = places.get(String(keypoints.at(row)));
    if (place === undefined) continue;
    const key = keyOf(row);
    let instance = instances.get(key);
    if (instance === undefined) {
      const points = Float64Array.from({ length: 3 * names.length }, (_, i) =>
        i % 3 === 2 ? 0 : Number.NaN,
      );
      instance = { row, points };
      instances.set(key, instance);
    }
    instance.points.set([x[row] as number, y[row] as number, v[row] as number], 3 * place);
  }
  return instances;
}

/**
 * The key of the instance that a row of a table is of.
 *
 * @throws {RangeError} When the table lacks a column.
 */
export function instanceKey(table: ColumnTable): (row: number) => string {
  const columns = INSTANCE_KEYS.map((name) => findColumn(table, name));
  return (row) => columns.map((column) => String(column.at(row) ?? "")).join("\n");
}

/** The key columns of instances, for rows of a table. */
export function instanceColumns(table: ColumnTable, rows: readonly number[]): [string, ColumnLike][] {
  const places = Uint32Array.from(rows);
  return INSTANCE_KEYS.map((name) => [name, pickerOf(findColumn(table, name))(places)]);
}
