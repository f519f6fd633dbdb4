import { expect } from "vitest";
import type { LabelStatistics } from "../../../src/stats/labels/label-statistics.ts";
import { type PlainRow, plainRows } from "../../util/plain-rows.ts";

/** The rows of each table. */
export function rowsOf(statistics: LabelStatistics): Record<string, PlainRow[]> {
  return Object.fromEntries(Object.entries(statistics).map(([name, table]) => [name, plainRows(table)]));
}

/** Numbers are the same but for rounding; keypoints may be in another order. */
export function expectSame(found: Record<string, PlainRow[]>, expected: Record<string, PlainRow[]>): void {
  const sorted = (rows: PlainRow[] = []) =>
    rows.map((row) => JSON.stringify([row.scene, row.skeleton, row.keypoint, row])).sort();
  expect(Object.keys(found).sort()).toEqual(Object.keys(expected).sort());
  for (const [name, rows] of Object.entries(expected)) {
    if (name === "keypoints") {
      expect(sorted(found[name])).toEqual(sorted(rows));
      continue;
    }
    const close = rows.map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([key, value]) => [
          key,
          typeof value === "number" && !Number.isInteger(value)
            ? expect.closeTo(value, isAngle(name, key) ? 5 : 9)
            : value,
        ]),
      ),
    );
    const rounded = found[name]?.map((row) =>
      Object.fromEntries(Object.entries(row).map(([key, value]) => [key, nearInteger(value)])),
    );
    expect({ [name]: rounded }).toEqual({ [name]: close });
  }
}

/** Whether a number is the angle of a cosine near 1, which has half the digits. */
function isAngle(table: string, column: string): boolean {
  return table === "imu" || column === "imu_spread_deg";
}

function nearInteger(value: unknown): unknown {
  if (typeof value !== "number") return value;
  const near = Math.round(value);
  return Math.abs(value - near) < 1e-9 ? near + 0 : value;
}
