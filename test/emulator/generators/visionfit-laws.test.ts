import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodePng } from "../../util/decode-png.ts";
import { job, type Loose, labelsIn, makeServer, resultFiles, unzip } from "../client.ts";

const EXERCISES = [
  "ARM_RAISE-DUMBBELL",
  "BIRD_DOG",
  "BICEP_CURL-BARBELL",
  "PUSHUP",
  "SITUP",
  "SQUAT-GOBLET+SUMO-DUMBBELL",
  "UPPERCUT-LEFT",
];

const float = (min: number, max: number): fc.Arbitrary<number> => fc.double({ min, max, noNaN: true });

/** Parameters of short, small videos, of either version. */
const PARAMS = fc.record({
  scene: fc.constantFrom("GYM_1", "BEDROOM_2", "BEDROOM_4", "BEDROOM_5"),
  exercise: fc.constantFrom(...EXERCISES),
  gender: fc.constantFrom("MALE", "FEMALE"),
  num_reps: fc.integer({ min: 1, max: 2 }),
  rel_baseline_speed: float(1.5, 3),
  max_rel_speed_change: float(0, 1),
  kinematic_noise_factor: float(0, 2),
  camera_distance: float(1, 5.25),
  camera_height: float(0.1, 2.75),
  avatar_identity: fc.integer({ min: 0, max: 24 }),
  relative_height: float(-4, 4),
  relative_weight: float(-4, 4),
  relative_camera_yaw_deg: float(-45, 45),
  relative_camera_pitch_deg: float(-45, 45),
  lighting_power: float(0, 2000),
  relative_avatar_angle_deg: float(-180, 180),
  frame_rate: fc.constant(6),
  image_width: fc.integer({ min: 128, max: 160 }),
  image_height: fc.integer({ min: 128, max: 160 }),
});

const RUNS = { numRuns: 12, seed: 7 };

interface Case {
  labels: Loose;
  masks: Map<string, Uint8Array>;
  params: Record<string, unknown>;
}

/** Plays random jobs, each on a server of its own, and hands their labels and masks to a law. */
async function forJobs(law: (played: Case) => void): Promise<void> {
  const names = fc.constantFrom("visionfit-v0.3.1", "visionfit-flagship-v0.1.0");
  await fc.assert(
    fc.asyncProperty(PARAMS, names, fc.nat(1000), async (params, name, seed) => {
      const [archive] = await makeServer({ seed }).results(job(name, params));
      const files = await resultFiles(archive!);
      const masks = await unzip(files.get("video.rgb.zip") ?? files.get("segmentation.zip")!);
      law({ labels: labelsIn(files), masks, params });
    }),
    RUNS,
  );
}

function isPerson(annotation: Loose): boolean {
  return annotation.category_id === 0;
}

function pointsOf({ armature_keypoints, vertex_keypoints }: Loose): Loose[] {
  return Object.values({ ...armature_keypoints, ...vertex_keypoints });
}

/** Whether a point is in any of some polygons: crossings of a ray to the right, one polygon after the other. */
function isInside(polygons: readonly number[][], x: number, y: number): boolean {
  return polygons.some((flat) => {
    let inside = false;
    for (let i = 0, j = flat.length - 2; i < flat.length; j = i, i += 2) {
      const [x1, y1, x2, y2] = [flat[i]!, flat[i + 1]!, flat[j]!, flat[j + 1]!];
      if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
    }
    return inside;
  });
}

/** Where a mask has a colour, pixel by pixel. */
function pixelsOf(png: Uint8Array, color: readonly number[]): { has: boolean[]; width: number } {
  const { data, width } = decodePng(png);
  const wanted = color.map((part) => Math.round(part * 255));
  const has = Array.from({ length: data.length / 3 }, (_, i) =>
    wanted.every((part, c) => data[3 * i + c] === part),
  );
  return { has, width };
}

const count = (pixels: readonly boolean[]): number => pixels.filter(Boolean).length;
const frame6 = (frame: number): string => String(frame).padStart(6, "0");

describe("laws of visionfit labels", () => {
  test("every point is P·X to the pixel, P is K·RT, and RT holds a proper rotation", async () => {
    await forJobs(({ labels }) => {
      const { camera_P_matrix: p, camera_K_matrix: k, camera_RT_matrix: rt } = labels.info;
      for (let row = 0; row < 3; row++) {
        for (let column = 0; column < 4; column++) {
          const product = [0, 1, 2].reduce((sum, i) => sum + k[row][i] * rt[i][column], 0);
          expect(p[row][column]).toBeCloseTo(product, 5);
        }
        for (let other = 0; other < 3; other++) {
          const product = [0, 1, 2].reduce((sum, i) => sum + rt[row][i] * rt[other][i], 0);
          expect(product).toBeCloseTo(row === other ? 1 : 0, 7);
        }
      }
      const [a, b, c] = rt;
      const determinant =
        a[0] * (b[1] * c[2] - b[2] * c[1]) -
        a[1] * (b[0] * c[2] - b[2] * c[0]) +
        a[2] * (b[0] * c[1] - b[1] * c[0]);
      expect(determinant).toBeCloseTo(1, 7);
      for (const annotation of labels.annotations.filter(isPerson)) {
        expect(pointsOf(annotation)).toHaveLength(60);
        for (const { x, y, z, x_global, y_global, z_global } of pointsOf(annotation)) {
          const [u, v, w] = p.map(
            (row: number[]) => row[0]! * x_global + row[1]! * y_global + row[2]! * z_global + row[3]!,
          );
          expect(z).toBeCloseTo(w, 3);
          if (Math.abs(w) < 0.01) continue;
          expect(Math.abs(x - u / w)).toBeLessThan(0.51);
          expect(Math.abs(y - v / w)).toBeLessThan(0.51);
        }
      }
    });
  });

  test("boxes hold what is visible and lie in the image; polygons fit in boxes; shares are shares", async () => {
    let partly = 0;
    await forJobs(({ labels, params }) => {
      const [width, height] = [Number(params.image_width), Number(params.image_height)];
      for (const annotation of labels.annotations) {
        const { bbox, area, segmentation, percent_in_fov, percent_occlusion } = annotation;
        for (const percent of [percent_in_fov, percent_occlusion]) {
          expect(percent).toBeGreaterThanOrEqual(0);
          expect(percent).toBeLessThanOrEqual(100);
        }
        if (bbox) {
          const [x, y, w, h] = bbox;
          expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
          expect(x + w).toBeLessThanOrEqual(width);
          expect(y + h).toBeLessThanOrEqual(height);
          expect(area).toBeGreaterThan(0);
          expect(area).toBeLessThanOrEqual(w * h);
          const flat: number[] = segmentation.flat();
          const [xs, ys] = [flat.filter((_, i) => i % 2 === 0), flat.filter((_, i) => i % 2 === 1)];
          expect([Math.min(...xs), Math.min(...ys)]).toEqual([x, y]);
          expect([Math.max(...xs), Math.max(...ys)]).toEqual([x + w, y + h]);
        } else {
          expect(annotation).not.toHaveProperty("area");
          expect(annotation).not.toHaveProperty("segmentation");
          expect(annotation).not.toHaveProperty("color");
        }
        if (!isPerson(annotation)) continue;
        const points = pointsOf(annotation);
        for (const { x, y, v, z } of points) {
          const isIn = z > 0 && x >= 0 && y >= 0 && x < width && y < height;
          expect(v > 0).toBe(isIn);
          if (v !== 2) continue;
          // Half a pixel, because points are whole pixels.
          expect(x).toBeGreaterThanOrEqual(bbox[0] - 0.5);
          expect(y).toBeGreaterThanOrEqual(bbox[1] - 0.5);
          expect(x).toBeLessThanOrEqual(bbox[0] + bbox[2] + 0.5);
          expect(y).toBeLessThanOrEqual(bbox[1] + bbox[3] + 0.5);
        }
        if (points.every(({ v }) => v > 0)) expect(percent_in_fov).toBe(100);
        if (percent_in_fov > 0 && percent_in_fov < 100) partly++;
        const seen = annotation.keypoints.filter((_: number, i: number) => i % 3 === 2);
        expect(annotation.num_keypoints).toBe(seen.filter((v: number) => v > 0).length);
      }
    });
    expect(partly).toBeGreaterThan(0);
  });

  test("masks agree with polygons, and a person's own mask with the occlusion", async () => {
    let occluded = 0;
    await forJobs(({ labels, masks }) => {
      const { frame_number: frame, id } = labels.images[Math.floor(labels.images.length / 2)];
      const instances = labels.annotations.filter((annotation: Loose) => annotation.image_id === id);
      for (const annotation of instances.filter((each: Loose) => each.segmentation)) {
        const { has, width } = pixelsOf(masks.get(`image.${frame6(frame)}.iseg.png`)!, annotation.color);
        let [both, either] = [0, 0];
        has.forEach((isPixel, at) => {
          const inside = isInside(annotation.segmentation, (at % width) + 0.5, Math.floor(at / width) + 0.5);
          if (inside && isPixel) both++;
          if (inside || isPixel) either++;
        });
        expect(both / either).toBeGreaterThanOrEqual(0.95);
        expect(Math.abs(annotation.area - count(has))).toBeLessThan(2 + 0.2 * count(has));
        const category = labels.categories[annotation.category_id];
        const semantic = pixelsOf(masks.get(`image.${frame6(frame)}.cseg.png`)!, category.color).has;
        for (let at = 0; at < has.length; at++) if (has[at]) expect(semantic[at]).toBe(true);
        if (!isPerson(annotation)) continue;
        const alone = pixelsOf(
          masks.get(`image.${frame6(frame)}.iseg.${frame6(annotation.id)}.png`)!,
          annotation.color,
        ).has;
        expect(has.every((isPixel, at) => !isPixel || alone[at])).toBe(true);
        expect(annotation.percent_occlusion).toBeCloseTo(100 * (1 - count(has) / count(alone)), 3);
        if (annotation.percent_occlusion > 1) occluded++;
      }
    });
    expect(occluded).toBeGreaterThan(0);
  });

  test("repetition counts never fall and end at num_reps; light is on the scale of CIELAB", async () => {
    await forJobs(({ labels, params }) => {
      const counts: number[] = labels.images.map((image: Loose) => image.rep_count_from_start);
      expect(counts).toEqual([...counts].sort((a, b) => a - b));
      if (counts.length > 1) expect(counts.at(-1)).toBe(params.num_reps);
      for (const image of labels.images) {
        for (const [name, value] of Object.entries<number>(image)) {
          if (!name.includes("brightness")) continue;
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(100);
        }
        expect(image.snr).toBeGreaterThan(0);
        if (image.mean_avatar_brightness === undefined) continue;
        const difference = Math.abs(image.mean_avatar_brightness - image.mean_avatar_halo_brightness);
        expect(image.mean_brightness_contrast).toBeCloseTo(difference, 3);
      }
    });
  });
});
