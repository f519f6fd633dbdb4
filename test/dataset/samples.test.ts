import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openDataset } from "../../src/dataset/open-dataset.ts";
import { plainRows } from "../util/plain-rows.ts";
import { sharedPath } from "../util/shared.ts";

const spills = sharedPath("samples/spills-basic");
const imu = sharedPath("samples/imu-random-motion");

interface Document {
  images: { id: number; frame_number: number }[];
  annotations: { id: number; image_id: number; bbox?: number[]; area?: number; segmentation?: number[][] }[];
}

describe.skipIf(spills === null)("the published spills sample", () => {
  test("has the known counts and sums", async () => {
    const dataset = await openDataset(spills ?? "", { strict: true });
    expect(plainRows(dataset.jobs)).toMatchObject([
      {
        job_id: "00000",
        status: "completed",
        scene: "WAREHOUSE_0002",
        num_frames: 153,
        num_annotations: 306,
      },
    ]);
    const images = plainRows(dataset.images);
    expect(images).toHaveLength(153);
    expect(images.filter(({ spill_visible }) => spill_visible === true)).toHaveLength(151);
    const annotations = plainRows(dataset.annotations);
    expect(annotations).toHaveLength(306);
    const boxed = annotations.filter(({ bbox_w }) => bbox_w !== null);
    expect(boxed).toHaveLength(294);
    expect(boxed.reduce((sum, { area }) => sum + Number(area), 0)).toBeCloseTo(30513256.0376, 3);
    expect(dataset.problems.numRows()).toBe(0);
  });

  test("reads like a plain walk over its JSON", async () => {
    const dataset = await openDataset(spills ?? "", { polygons: true });
    const text = readFileSync(join(spills ?? "", "00000_labels.json"), "utf8");
    const { images, annotations } = JSON.parse(text) as Document;
    const frames = Object.fromEntries(images.map(({ id, frame_number }) => [id, frame_number]));
    expect(plainRows(dataset.annotations)).toMatchObject(
      annotations.map(({ id, image_id, bbox, area }) => ({
        annotation_id: id,
        image_id,
        frame_number: frames[image_id],
        bbox_x: bbox?.[0] ?? null,
        bbox_h: bbox?.[3] ?? null,
        area: area ?? null,
      })),
    );
    expect(plainRows(dataset.polygons).map(({ annotation_id, points }) => [annotation_id, points])).toEqual(
      annotations.flatMap(({ id, segmentation }) => (segmentation ?? []).map((points) => [id, points])),
    );
  });
});

describe.skipIf(imu === null)("the published motion sample", () => {
  test("has 146 proper rotations", async () => {
    const dataset = await openDataset(imu ?? "", { strict: true });
    expect(plainRows(dataset.jobs)).toMatchObject([
      {
        job_id: "00000",
        num_frames: 146,
        num_annotations: null,
        num_random_frames: 146,
        crown_orientation: "LEFT",
      },
    ]);
    const samples = plainRows(dataset.imu);
    expect(samples.map(({ sample }) => sample)).toEqual(Array.from({ length: 146 }, (_, index) => index));
    const identity = [1, 0, 0, 0, 1, 0, 0, 0, 1];
    let worst = 0;
    for (const sample of samples) {
      const m = [1, 2, 3].map((row) =>
        [1, 2, 3].map((column) => Number(sample[`rotation_matrix_m${row}${column}`])),
      );
      const [a, b, c] = m as [number[], number[], number[]];
      const products = m.flatMap((u) => m.map((v) => dot(u, v)));
      for (const [index, product] of products.entries())
        worst = Math.max(worst, Math.abs(product - identity[index]!));
      worst = Math.max(worst, Math.abs(dot(a, cross(b, c)) - 1));
    }
    expect(worst).toBeLessThan(5e-6);
    expect(dataset.problems.numRows()).toBe(0);
  });
});

function dot(u: number[], v: number[]): number {
  return u.reduce((sum, value, index) => sum + value * v[index]!, 0);
}

function cross([a, b, c]: number[], [d, e, f]: number[]): number[] {
  return [b! * f! - c! * e!, c! * d! - a! * f!, a! * e! - b! * d!];
}
