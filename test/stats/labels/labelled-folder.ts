import { fixtureFolder } from "../../dataset/fixture-folder.ts";

/** Numbers from 0 to below 1, the same in each run. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1103515245 + 12345) % 2 ** 31;
    return state / 2 ** 31;
  };
}

const POINTS = 17;

function annotation(next: () => number, fields: object): object {
  const [x, y, w, h] = [next() * 110 - 10, next() * 70 - 10, next() * 60, next() * 50];
  // Some lie outside the image, or say less than others.
  const box = next() < 0.85 ? { bbox: [x, y, w, h], area: w * h * (0.4 + 40 * next() ** 6) } : {};
  const seen =
    next() < 0.9 ? { percent_in_fov: 100 * next(), percent_occlusion: 5 * Math.floor(21 * next()) } : {};
  return { iscrowd: 0, ...fields, ...box, ...seen };
}

function labels(seed: number): object {
  const next = numbers(seed);
  const images = Array.from({ length: 5 }, (_, frame) => ({
    id: 3 * frame,
    frame_number: frame,
    width: seed === 2 ? 150 : 100,
    height: seed === 2 ? 70 : 60,
    ...(seed === 3
      ? { rep_count: Math.floor(frame / 2) }
      : {
          rep_count_from_start: 0.3 + frame / 4,
          mean_image_brightness: 40 + 20 * next(),
          snr: 10 + frame,
        }),
  }));
  const annotations = images.flatMap(({ id }) =>
    Array.from({ length: Math.floor(4 * next()) }, (_, i) => {
      const isPerson = next() < 0.7;
      const points = Array.from({ length: POINTS }, () => [10 * next(), 10 * next(), Math.floor(3 * next())]);
      return annotation(next, {
        id: 10 * id + i,
        image_id: id,
        category_id: isPerson ? 1 : 2,
        ...(isPerson && {
          keypoints: points.flat(),
          num_keypoints: POINTS,
          quaternions: { pelvis: [1, 0, 0, 0] },
        }),
      });
    }),
  );
  const categories = [
    { id: 1, name: "person", color: [1, 0, 0] },
    { id: 2, name: "dumbbell", color: [0, 1, 0] },
  ];
  const orphan = { id: 999, image_id: 998, category_id: 1, iscrowd: 0, bbox: [1, 2, 3, 4], area: 5 };
  return { info: {}, categories, images, annotations: [...annotations, orphan] };
}

/** The text of a `data.csv` of a device that turns about z, and about x the more the later. */
function turning(samples: number): string {
  const cells = [11, 12, 13, 21, 22, 23, 31, 32, 33].map((cell) => `rotation_matrix_m${cell}`);
  const lines = Array.from({ length: samples }, (_, i) => {
    const [a, b] = [i / 9, i / 31];
    const [ca, sa, cb, sb] = [Math.cos(a), Math.sin(a), Math.cos(b), Math.sin(b)];
    const matrix = [ca, -sa * cb, sa * sb, sa, ca * cb, -ca * sb, 0, sb, cb];
    return [i, i / 25, i / 10, ...matrix].join();
  });
  return [`,time,rep_count_from_start,${cells.join()}`, ...lines, ""].join("\n");
}

/**
 * A folder of jobs with labels of many kinds: two cameras, people and dumbbells, boxes beyond the image, missing values,
 * an annotation of no image, motion, and a job without any.
 */
export function labelledFolder(): Promise<string> {
  const params = (scene: string | null, more: object = {}) => ({
    params: { scene, lit: scene !== "GYM", ...more },
  });
  return fixtureFolder({
    "00000_params.json": params("GYM", { frame_rate: 12 }),
    "00000_cam0_labels.json": labels(1),
    "00000_cam1_labels.json": labels(2),
    "00001_params.json": params("ATTIC"),
    "00001_labels.json": labels(3),
    "00002_params.json": params("GYM", { frame_rate: 24 }),
    "00002_labels.json": labels(4),
    "00003_params.json": params(null),
    "00003.csv": turning(21),
    "00004_params.json": params("CELLAR"),
  });
}
