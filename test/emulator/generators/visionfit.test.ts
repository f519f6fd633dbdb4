import { describe, expect, test } from "vitest";
import { decodePng } from "../../util/decode-png.ts";
import { job, type Loose, labelsOf, makeServer, resultFiles, textOf } from "../client.ts";

const SMALL = { rel_baseline_speed: 3, frame_rate: 6 };

function apply(matrix: number[][], [x, y, z]: [number, number, number]): number[] {
  return matrix.map((row) => row[0]! * x + row[1]! * y + row[2]! * z + (row[3] ?? 0));
}

function persons(labels: Loose): Loose[] {
  return labels.annotations.filter((annotation: Loose) => annotation.category_id === 0);
}

function meanBoxArea(labels: Loose): number {
  const boxes = persons(labels).map(({ bbox }) => bbox[2] * bbox[3]);
  return boxes.reduce((sum, area) => sum + area, 0) / boxes.length;
}

describe("visionfit labels", () => {
  test("the camera stands where the parameters say and looks at the avatar", async () => {
    const { info } = await labelsOf({ ...SMALL, camera_distance: 4, camera_height: 1.5 });
    const [x, y, z] = info.camera_location;
    expect(z).toBe(1.5);
    expect(apply(info.camera_RT_matrix, [x, y, z]).every((value) => Math.abs(value) < 1e-7)).toBe(true);
    const distance = Math.hypot(x - info.avatar_location[0], y - info.avatar_location[1]);
    expect(Math.abs(distance - 4)).toBeLessThan(0.15);
    const [u, , w] = apply(info.camera_P_matrix, info.avatar_location) as [number, number, number];
    expect(w).toBeGreaterThan(0);
    expect(Math.abs(u / w - 128)).toBeLessThan(15);
    expect(info.camera_pitch).toBeLessThan(90);
  });

  test("a farther camera makes smaller boxes", async () => {
    const areas: number[] = [];
    for (const camera_distance of [2, 3.5, 5])
      areas.push(meanBoxArea(await labelsOf({ ...SMALL, camera_distance })));
    expect(areas[0]).toBeGreaterThan(2 * areas[1]!);
    expect(areas[1]).toBeGreaterThan(1.5 * areas[2]!);
  });

  test("taller people reach higher, heavier people cover more", async () => {
    const standing = { ...SMALL, exercise: "BICEP_CURL-BARBELL" };
    const top = (labels: Loose): number => persons(labels)[0].armature_keypoints.head.z_global;
    const mean = await labelsOf(standing);
    expect(top(await labelsOf({ ...standing, relative_height: 2 })) / top(mean)).toBeCloseTo(1.08, 2);
    const heavy = await labelsOf({ ...standing, relative_weight: 3 });
    expect(persons(heavy)[0].area).toBeGreaterThan(1.1 * persons(mean)[0].area);
  });

  test("repetitions, speed and frame rate decide the number of frames", async () => {
    const frames = async (params: object): Promise<number> => (await labelsOf(params)).images.length;
    expect(await frames({})).toBe(48);
    expect(await frames({ frame_rate: 6 })).toBe(12);
    expect(await frames({ frame_rate: 6, num_reps: 3 })).toBe(36);
    expect(await frames({ frame_rate: 6, num_reps: 3, rel_baseline_speed: 2 })).toBe(18);
    expect(await frames({ frame_rate: 6, num_reps: 3, trim_start_frac: 0.5 })).toBe(18);
    expect(await frames({ frame_rate: 6, rel_baseline_speed: 3, trim_start_frac: 0.9 })).toBe(1);
  });

  test("repetition counts rise from 0 to the number of repetitions, and trimming cuts both ends", async () => {
    const counts = async (params: object): Promise<number[]> =>
      (await labelsOf({ frame_rate: 6, num_reps: 4, max_rel_speed_change: 0.5, ...params })).images.map(
        (image: Loose) => image.rep_count_from_start,
      );
    const whole = await counts({});
    expect([whole[0], whole.at(-1)]).toEqual([0, 4]);
    expect(whole).toEqual([...whole].sort((a, b) => a - b));
    const unevenness = (all: number[]): number => {
      const steps = all.slice(1).map((count, i) => count - all[i]!);
      return Math.max(...steps) / Math.min(...steps);
    };
    expect(unevenness(whole)).toBeGreaterThan(1.1);
    expect(unevenness(await counts({ max_rel_speed_change: 0 }))).toBeLessThan(1.001);
    const trimmed = await counts({ trim_start_frac: 0.3, trim_end_frac: 0.2 });
    expect(trimmed[0]).toBeGreaterThan(0.5);
    expect(trimmed.at(-1)).toBeLessThan(3.7);
    const { images } = await labelsOf({ frame_rate: 6, num_reps: 2 });
    expect(images.at(-1).rep_count_from_intermediate).toBe(1.5);
  });

  test("images and annotations refer to each other and keep COCO's layout", async () => {
    const { images, annotations, categories } = await labelsOf({ ...SMALL, exercise: "ARM_RAISE-DUMBBELL" });
    expect(categories.map(({ id, name }: Loose) => [id, name])).toEqual([
      [0, "person"],
      [1, "dumbbell"],
    ]);
    expect(images.map(({ id }: Loose) => id).slice(0, 3)).toEqual([0, 3, 6]);
    expect(images.map((image: Loose) => image.frame_number)).toEqual(images.map((_: Loose, i: number) => i));
    expect(new Set(annotations.map(({ id }: Loose) => id)).size).toBe(3 * images.length);
    const ids = new Set(images.map(({ id }: Loose) => id));
    for (const annotation of annotations) {
      expect(ids.has(annotation.image_id)).toBe(true);
      const [x, y, w, h] = annotation.bbox;
      expect(x >= 0 && y >= 0 && x + w <= 256.001 && y + h <= 256.001).toBe(true);
      expect(annotation.area).toBeLessThan(w * h);
      expect(annotation.cuboid_coordinates).toHaveLength(8);
      if (annotation.category_id === 1) continue;
      expect(Object.keys(annotation.armature_keypoints)).toHaveLength(55);
      expect(annotation.keypoints).toHaveLength(51);
      const { x: noseX, y: noseY, v } = annotation.vertex_keypoints.nose;
      expect(annotation.keypoints.slice(0, 3)).toEqual([noseX, noseY, v]);
      const { x: ankleX } = annotation.armature_keypoints.right_ankle;
      expect(annotation.keypoints[48]).toBe(ankleX);
      for (const quaternion of Object.values<Loose>(annotation.quaternions)) {
        expect(Math.hypot(...quaternion)).toBeCloseTo(1, 5);
      }
    }
  });

  test("the cuboid's first four corners are above the other four", async () => {
    const [person] = persons(await labelsOf({ ...SMALL, exercise: "SQUAT-BODYWEIGHT" }));
    for (let i = 0; i < 4; i++) {
      expect(person.cuboid_coordinates[i].y).toBeLessThan(person.cuboid_coordinates[i + 4].y);
      expect(person.cuboid_coordinates[i].z).toBeGreaterThan(0);
    }
  });

  test("joints behind one's own body are occluded, those before it are not", async () => {
    const labels = await labelsOf(
      { ...SMALL, exercise: "SQUAT-BODYWEIGHT", relative_avatar_angle_deg: 90, allowable_occlusion: 0 },
      { name: "visionfit-flagship-v0.1.0" },
    );
    const { armature_keypoints: points } = persons(labels)[0];
    const depths = ["left", "right"].map((side) => points[`${side}_hip`].z);
    const [near, far] = depths[0]! < depths[1]! ? ["left", "right"] : ["right", "left"];
    expect(points[`${near}_knee`].v).toBe(2);
    expect(points[`${far}_hip`].v).toBe(1);
  });

  test("a trimmed clip is a cut of the whole one", async () => {
    // 25 frames of two repetitions: the middle one is where the second begins.
    const params = { exercise: "PUSHUP", num_reps: 2, rel_baseline_speed: 0.96, frame_rate: 6 };
    const whole = await labelsOf(params);
    const cut = await labelsOf({ ...params, trim_start_frac: 0.5 });
    expect(whole.images[12].rep_count_from_start).toBeCloseTo(1, 5);
    expect(cut.images[0].rep_count_from_start).toBeCloseTo(1, 5);
    expect(persons(cut)[0].armature_keypoints).toEqual(persons(whole)[12].armature_keypoints);
  });

  test("a person out of sight has no box, outline or colour", async () => {
    const labels = await labelsOf({
      ...SMALL,
      camera_distance: 5,
      relative_camera_yaw_deg: 45,
      exercise: "SQUAT-BODYWEIGHT",
    });
    for (const annotation of labels.annotations) {
      for (const field of ["bbox", "area", "segmentation", "color"])
        expect(annotation).not.toHaveProperty(field);
      expect(annotation.percent_in_fov).toBe(0);
      expect(annotation.num_keypoints).toBe(0);
    }
  });

  test("`state` of another generator's job is refused", async () => {
    const server = makeServer();
    const { body } = await server.submit(job("spills-v0.1.0"));
    const refused = await server.submit(job("visionfit-v0.3.1", { state: body.job_runs[0].id }));
    expect(refused.body.detail).toContain(
      "must be the id of a job of visionfit-v0.3.1, got one of spills-v0.1.0",
    );
  });

  test("a preview is the first frame of the video that re-uses it", async () => {
    const server = makeServer();
    const { body } = await server.submit(job("visionfit-v0.3.1", SMALL, true));
    const video = await labelsOf({ ...SMALL, state: body.job_runs[0].id }, { server });
    const { result_url } = (await server.get("/api/job_previews/")).body[0];
    const reply = await server.emulator.fetch(new Request(result_url));
    const files = await resultFiles(new Uint8Array(await reply.arrayBuffer()));
    const preview = JSON.parse(textOf(files, "video.rgb.json"));
    expect(preview.images).toEqual(video.images.slice(0, 1));
    expect(preview.annotations).toEqual(video.annotations.slice(0, 1));
    const picture = decodePng(files.get("video_preview.png")!);
    expect([picture.width, picture.height, picture.channels]).toEqual([256, 256, 3]);
    expect(new Set(picture.data).size).toBeGreaterThan(6);
  });
});
