import type { ColumnTable } from "arquero";
import type { ColumnLike } from "../../tables/column-type-of.ts";
import { makeTable } from "../../tables/make-table.ts";
import { PackedColumn } from "../../tables/packed-column.ts";
import { shownColumn } from "../../tables/shown-column.ts";
import { checkOptionNames } from "../../util/check-option-names.ts";
import { checkTable } from "../columns/check-table.ts";
import { numbersOf } from "../columns/numbers-of.ts";
import { isRotationMatrix } from "./is-rotation-matrix.ts";
import { quaternionOf } from "./matrix-to-quaternion.ts";
import { parseEulerOrder } from "./parse-euler-order.ts";
import { eulerOf } from "./quaternion-to-euler.ts";
import { quaternionToMatrix } from "./quaternion-to-matrix.ts";
import type { EulerOrder, Quaternion } from "./rotation-types.ts";
import { unitQuaternion } from "./unit-quaternion.ts";

/** Options of {@link addRotations}. */
export interface AddRotationsOptions {
  /** The order of the Euler angles. @default "ZYX" */
  order?: EulerOrder;
}

const MATRIX = [11, 12, 13, 21, 22, 23, 31, 32, 33].map((cell) => `rotation_matrix_m${cell}`);
const QUATERNION = ["qw", "qx", "qy", "qz"];
const EULER = ["euler_1", "euler_2", "euler_3"];

/**
 * A table of rotations with their other forms as columns: `imu`, whose matrices (`rotation_matrix_m11` … `m33`) get
 * quaternions (`qw` … `qz`, of length 1, `qw` >= 0) and Euler angles (`euler_1` … `euler_3`, in radians, in the order of
 * `order`), and `keypoints`, whose quaternions get matrices and Euler angles. The conventions are those of
 * {@link matrixToQuaternion} and {@link quaternionToEuler}.
 *
 * @param table Where it has both matrices and quaternions, the matrices are heeded and the quaternions replaced.
 * @returns The rows that the table shows with the columns added. Those of a row that has no rotation, or none that is
 *   orthonormal within 0.0001, are null.
 * @throws {RangeError} When the table has neither, or there is no such order.
 * @throws {TypeError} When one of the columns has no numbers.
 * @example
 * ```ts
 * const turns = addRotations(aq.table({ qw: [1, 0], qx: [0, 0], qy: [0, 0], qz: [0, 1] }));
 * turns.array("euler_1"); // [0, 3.1415…]
 * turns.array("rotation_matrix_m11"); // [1, -1]
 * ```
 */
export function addRotations(table: ColumnTable, options: AddRotationsOptions = {}): ColumnTable {
  checkTable(table, "addRotations");
  checkOptionNames(options, ["order"]);
  const order = parseEulerOrder(options.order ?? "ZYX");
  const names = table.columnNames();
  const has = (wanted: readonly string[]) => wanted.every((name) => names.includes(name));
  const hasMatrices = has(MATRIX);
  if (!hasMatrices && !has(QUATERNION)) {
    throw new RangeError(
      `Cannot add rotations: the table has neither the columns ${MATRIX[0]} … ${MATRIX[8]} nor ${QUATERNION.join(", ")}`,
    );
  }
  const source = (hasMatrices ? MATRIX : QUATERNION).map((name) => numbersOf(table, name));
  const count = table.numRows();
  const added = new Map<string, Float64Array>();
  for (const name of [...(hasMatrices ? QUATERNION : MATRIX), ...EULER]) {
    added.set(name, new Float64Array(count));
  }
  const targets = [...added.values()];
  const valid = new Uint8Array(count);
  const cells = new Float64Array(source.length);
  for (let row = 0; row < count; row++) {
    for (let i = 0; i < cells.length; i++) cells[i] = source[i]?.[row] as number;
    const quaternion = hasMatrices ? quaternionOfMatrix(cells) : quaternionOfNumbers(cells);
    if (quaternion === null) continue;
    valid[row] = 1;
    const other = hasMatrices ? quaternion : quaternionToMatrix(quaternion);
    [...other, ...eulerOf(quaternion, order)].forEach((value, i) => {
      (targets[i] as Float64Array)[row] = value;
    });
  }
  const kept = names.filter((name) => !added.has(name));
  const isWhole = valid.every((flag) => flag === 1);
  return makeTable([
    ...kept.map((name): [string, ColumnLike] => [name, shownColumn(table, name)]),
    ...Array.from(added, ([name, values]): [string, ColumnLike] => [
      name,
      isWhole ? values : new PackedColumn("float64", values, valid),
    ]),
  ]);
}

function quaternionOfMatrix(cells: Float64Array): Quaternion | null {
  return isRotationMatrix(cells) ? quaternionOf(cells) : null;
}

function quaternionOfNumbers(cells: Float64Array): Quaternion | null {
  const isOne = cells.every(Number.isFinite) && cells.some((cell) => cell !== 0);
  return isOne ? unitQuaternion(cells) : null;
}
