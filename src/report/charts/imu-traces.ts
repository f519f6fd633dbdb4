import type { ColumnTable } from "arquero";
import { findColumn } from "../../stats/columns/find-column.ts";
import { toNumbers } from "../../stats/columns/numbers-of.ts";
import { matrixToEuler } from "../../stats/rotations/matrix-to-euler.ts";

/** One line over time. */
export interface Trace {
  name: string;
  /** What the axis is called. */
  title: string;
  /** One value a sample. */
  values: (number | null)[];
}

const AXES = [1, 2, 3];

/** The three rows of the rotation matrix as plots of three lines. */
export function matrixTraces(imu: ColumnTable, rows: readonly number[]): Trace[][] {
  return AXES.map((row) =>
    AXES.map((column) => {
      const values = toNumbers(findColumn(imu, `rotation_matrix_m${row}${column}`));
      const finite = rows.map((at) => (Number.isFinite(values[at]) ? (values[at] as number) + 0 : null));
      return { name: `m${row}${column}`, title: `row ${row}`, values: finite };
    }),
  );
}

/** Yaw, pitch and roll in degrees, without jumps at a full turn; gaps where a sample has no rotation. */
export function eulerTraces(imu: ColumnTable, rows: readonly number[]): Trace[] {
  const cells = matrixTraces(imu, rows).flat();
  const angles = rows.map((_, place) => eulerOf(cells.map(({ values }) => values[place] ?? null)));
  return ["yaw", "pitch", "roll"].map((name, axis) => ({
    ...{ name, title: "angle (°)" },
    values: unwrapped(angles.map((three) => three?.[axis] ?? null)),
  }));
}

function eulerOf(matrix: readonly (number | null)[]): readonly number[] | null {
  if (matrix.includes(null)) return null;
  try {
    return matrixToEuler(matrix as number[]).map((angle) => (angle * 180) / Math.PI);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** Angles that go on where they would jump by a full turn. */
function unwrapped(angles: readonly (number | null)[]): (number | null)[] {
  let turns = 0;
  let before: number | null = null;
  return angles.map((angle) => {
    if (angle === null) return null;
    if (before !== null) turns -= Math.round((angle - before) / 360);
    before = angle;
    return angle + 360 * turns + 0;
  });
}
