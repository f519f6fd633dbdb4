import { table } from "arquero";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { normalizedPoses } from "../../../src/stats/keypoints/normalized-poses.ts";
import { plainRows } from "../../util/plain-rows.ts";

type Point = readonly [name: string, x: number, y: number, v: number];

const TORSO: Point[] = [
  ["left_shoulder", 30, 10, 2],
  ["right_shoulder", 10, 10, 1],
  ["left_hip", 26, 50, 2],
  ["right_hip", 14, 50, 2],
];

function keypoints(instances: readonly (readonly Point[])[]) {
  const rows = instances.flatMap((points, id) =>
    points.map(([keypoint, x, y, v]) => ({ id, keypoint, x, y, v })),
  );
  return table({
    job_id: rows.map(() => "j"),
    camera: rows.map(() => 0),
    image_id: rows.map(() => 3),
    annotation_id: rows.map(({ id }) => id),
    skeleton: rows.map(() => "coco"),
    ...Object.fromEntries(
      (["keypoint", "x", "y", "v"] as const).map((name) => [name, rows.map((row) => row[name])]),
    ),
  });
}

describe("normalizedPoses()", () => {
  test("puts the hips at the origin and takes the torso as unit", () => {
    const { points, count, missing } = normalizedPoses(
      keypoints([[...TORSO, ["nose", 20, -10, 2], ["left_ear", 0, 0, 0]]]),
    );
    const unit = Math.hypot(4, 40);
    expect({ count, missing }).toEqual({ count: 1, missing: 0 });
    expect(
      plainRows(points).map(({ annotation_id, keypoint, v, x, y }) => [annotation_id, keypoint, v, x, y]),
    ).toEqual([
      [0, "nose", 2, 0, expect.closeTo(-60 / unit, 12)],
      [0, "left_shoulder", 2, expect.closeTo(10 / unit, 12), expect.closeTo(-40 / unit, 12)],
      [0, "right_shoulder", 1, expect.closeTo(-10 / unit, 12), expect.closeTo(-40 / unit, 12)],
      [0, "left_hip", 2, expect.closeTo(6 / unit, 12), 0],
      [0, "right_hip", 2, expect.closeTo(-6 / unit, 12), 0],
    ]);
  });

  test("is the same wherever and however large a pose is", () => {
    const place = fc.double({ min: -1000, max: 1000, noNaN: true });
    const expected = plainRows(normalizedPoses(keypoints([TORSO])).points);
    fc.assert(
      fc.property(place, place, fc.double({ min: 0.1, max: 100, noNaN: true }), (dx, dy, size) => {
        const moved = TORSO.map(([name, x, y, v]): Point => [name, dx + size * x, dy + size * y, v]);
        const found = plainRows(normalizedPoses(keypoints([moved])).points);
        expect(found).toEqual(
          expected.map((row) => ({
            ...row,
            x: expect.closeTo(Number(row.x), 8),
            y: expect.closeTo(Number(row.y), 8),
          })),
        );
      }),
    );
  });

  test("leaves out poses without a torso, and points far off", () => {
    const hidden = TORSO.map(([name, x, y, v], i): Point => [name, x, y, i === 3 ? 0 : v]);
    const flat = TORSO.map(([name, , , v]): Point => [name, 5, 5, v]);
    const far = [...TORSO, ["nose", 20, -60, 2]] as Point[];
    const source = keypoints([hidden, flat, far, TORSO.slice(0, 3)]);
    const { points, count, missing } = normalizedPoses(source);
    expect({ count, missing }).toEqual({ count: 1, missing: 3 });
    expect(plainRows(points).map(({ keypoint }) => keypoint)).not.toContain("nose");
    expect(normalizedPoses(source, { limit: 3 }).points.numRows()).toBe(5);
    expect(() => normalizedPoses(source, { limit: 0 })).toThrow("limit must be above 0");
  });
});
