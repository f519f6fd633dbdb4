import { table } from "arquero";
import { describe, expect, test } from "vitest";
import { COCO_KEYPOINT_NAMES } from "../../../src/labels/coco/coco-keypoint-names.ts";
import { COCO_SIGMAS } from "../../../src/stats/keypoints/coco-sigmas.ts";
import { objectKeypointSimilarity } from "../../../src/stats/keypoints/object-keypoint-similarity.ts";
import { oks } from "../../../src/stats/keypoints/oks.ts";
import { plainRows } from "../../util/plain-rows.ts";

const V = [2, 2, 2, 1, 0, 2, 2, 1, 2, 2, 0, 2, 2, 2, 1, 2, 0];

/** The points of the run of pycocotools, moved by up to a few pixels. */
function points(dx: number, dy: number, v: readonly number[]): number[][] {
  return v.map((visible, i) => [
    100 + 7 * i + dx * (((i * 5) % 4) - 1.5),
    80 + 11 * ((i * 3) % 7) + dy * (((i * 2) % 5) - 2),
    visible,
  ]);
}

const TRUTH = points(0, 0, V);
const FOUND = points(
  3,
  2,
  V.map(() => 2),
);

// COCOeval.computeOks of pycocotools 2.0.11, by area.
const PYCOCOTOOLS = [
  [5000, 0.8291979479738433],
  [800, 0.5294347473250351],
  [0, 0],
] as const;

describe("oks()", () => {
  test.each(PYCOCOTOOLS)("of an area of %d is that of pycocotools", (area, expected) => {
    expect(oks(TRUTH.flat(), FOUND.flat(), { area })).toBeCloseTo(expected, 14);
  });

  test("is 1 where nothing differs, and heeds only what the truth has labelled", () => {
    expect(oks(TRUTH.flat(), TRUTH.flat(), { area: 1 })).toBe(1);
    const elsewhere = TRUTH.map(([x = 0, y = 0, v]) => [v === 0 ? x + 50 : x, y, 0]);
    expect(oks(TRUTH.flat(), elsewhere.flat(), { area: 1 })).toBe(1);
  });

  test("is half of the truth's where half of the points are not found", () => {
    const found = [0, 0, 2, Number.NaN, Number.NaN, 0];
    expect(oks([0, 0, 2, 9, 9, 1], found, { area: 10, sigmas: [0.1, 0.1] })).toBe(0.5);
  });

  test("is exp(-1 / 2) where a point is off by twice sigma times the size", () => {
    const [sigma, area] = [0.1, 400];
    const off = 2 * sigma * Math.sqrt(area);
    expect(oks([10, 20, 2], [10, 20 + off, 2], { area, sigmas: [sigma] })).toBeCloseTo(Math.exp(-0.5), 14);
  });

  test("is null where the truth has no labelled point", () => {
    expect(oks([1, 2, 0], [1, 2, 2], { area: 4, sigmas: [0.1] })).toBe(null);
  });

  test("says what is wrong", () => {
    expect(() => oks([1, 2, 2], [1, 2, 2], { area: 4 })).toThrow("x, y, v of 17 points, got 3 and 3 numbers");
    expect(() => oks([1, 2, 2], [1, 2, 2], { area: -1, sigmas: [0.1] })).toThrow("area must be");
    expect(() => oks([1, 2, 2], [1, 2, 2], { area: 4, sigmas: [0] })).toThrow(
      "sigmas must be above 0, got 0",
    );
    expect(() => oks([1], [1], { aera: 4 } as never)).toThrow('There is no option "aera"');
  });

  test("has COCO's points in COCO's order", () => {
    expect(Object.keys(COCO_SIGMAS)).toEqual(COCO_KEYPOINT_NAMES);
  });
});

describe("objectKeypointSimilarity()", () => {
  const names = Object.keys(COCO_SIGMAS);
  const keypoints = (instances: readonly (readonly [id: number, found: readonly number[][]])[]) => {
    const rows = instances.flatMap(([id, found]) =>
      found.map(([x, y, v], i) => ({ id, keypoint: names[i], x, y, v })),
    );
    return table({
      job_id: rows.map(() => "j"),
      camera: rows.map(() => 0),
      image_id: rows.map(() => 7),
      annotation_id: rows.map(({ id }) => id),
      skeleton: rows.map(() => "coco"),
      ...Object.fromEntries(
        (["keypoint", "x", "y", "v"] as const).map((name) => [name, rows.map((row) => row[name])]),
      ),
    });
  };
  const annotations = table({
    job_id: ["j", "j", "j", "j"],
    camera: [0, 0, 0, 0],
    image_id: [7, 7, 7, 7],
    annotation_id: [1, 2, 3, 5],
    area: [5000, 800, 100, null],
  });
  const unlabelled = TRUTH.map(([x = 0, y = 0]) => [x, y, 0]);

  test("compares instances, and tells those that cannot be compared", () => {
    const truth = keypoints([
      [1, TRUTH],
      [2, TRUTH],
      [3, TRUTH],
      [5, TRUTH],
    ]);
    const predicted = keypoints([
      [2, FOUND],
      [1, FOUND],
      [4, FOUND],
      [5, FOUND],
    ]);
    const { instances, mean, count, missing } = objectKeypointSimilarity(truth, predicted, { annotations });
    const at = { job_id: "j", camera: 0, image_id: 7 };
    const seen = { labelled: 14, visible: 11 };
    expect(plainRows(instances)).toEqual([
      {
        ...at,
        annotation_id: 1,
        area: 5000,
        ...seen,
        oks: expect.closeTo(0.8291979479738433, 14),
        missing: null,
      },
      {
        ...at,
        annotation_id: 2,
        area: 800,
        ...seen,
        oks: expect.closeTo(0.5294347473250351, 14),
        missing: null,
      },
      { ...at, annotation_id: 3, area: 100, ...seen, oks: null, missing: "predicted" },
      { ...at, annotation_id: 5, area: null, ...seen, oks: null, missing: "area" },
      { ...at, annotation_id: 4, area: null, labelled: null, visible: null, oks: null, missing: "truth" },
    ]);
    expect(mean).toBeCloseTo((0.8291979479738433 + 0.5294347473250351) / 2, 14);
    expect({ count, missing }).toEqual({ count: 2, missing: 3 });
  });

  test("takes keys of other types, which stay what they are", () => {
    const truth = keypoints([[1, TRUTH]]);
    const found = keypoints([
      [1, FOUND],
      [9, FOUND],
    ]);
    const keys = (type: (id: number) => unknown) => {
      const ids = table({ annotation_id: Array.from(found.array("annotation_id") as number[], type) });
      const { instances } = objectKeypointSimilarity(truth, found.assign(ids), { annotations });
      return instances.array("annotation_id");
    };
    expect(keys(Number)).toEqual([1, 9]);
    expect(keys(BigInt)).toEqual([1n, 9n]);
    expect(keys(String)).toEqual(["1", "9"]);
  });

  test("counts a point that was not found, and no instance without a labelled one", () => {
    const truth = keypoints([
      [1, TRUTH],
      [2, unlabelled],
    ]);
    const predicted = keypoints([
      [1, TRUTH],
      [2, TRUTH],
    ]).filter((row: { keypoint: string }) => row.keypoint !== "nose");
    const { instances, count, missing } = objectKeypointSimilarity(truth, predicted, { annotations });
    expect(plainRows(instances).map((row) => row.oks)).toEqual([expect.closeTo(13 / 14, 14), null]);
    expect({ count, missing }).toEqual({ count: 1, missing: 0 });
  });

  test("takes other skeletons with their sigmas", () => {
    const hand = keypoints([[1, TRUTH]]).derive({ skeleton: () => "hand" });
    expect(objectKeypointSimilarity(hand, hand, { annotations }).count).toBe(0);
    const sigmas = { nose: 0.1 };
    const { instances } = objectKeypointSimilarity(hand, hand, { annotations, skeleton: "hand", sigmas });
    expect(plainRows(instances)).toMatchObject([{ labelled: 1, oks: 1 }]);
    expect(() => objectKeypointSimilarity(hand, hand, { annotations, skeleton: "hand" })).toThrow(
      'sigmas must be given for skeleton "hand"',
    );
    expect(() => objectKeypointSimilarity(hand, hand, { annotations, sigmas: { nose: 0 } })).toThrow(
      'sigmas must be above 0, got 0 for "nose"',
    );
    expect(() => objectKeypointSimilarity(hand, hand, {} as never)).toThrow("annotations must be the table");
  });
});
