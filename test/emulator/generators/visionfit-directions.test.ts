import { describe, expect, test } from "vitest";
import { VISIONFIT_FLAGSHIP_V010 } from "../../../src/emulator/generators/visionfit-flagship-v0.1.0/parameters.ts";
import { VISIONFIT_V031 } from "../../../src/emulator/generators/visionfit-v0.3.1/parameters.ts";
import { type Loose, labelsOf, makeServer } from "../client.ts";

type Column = (labels: Loose) => number | string;

const mean = (values: readonly number[]): number => values.reduce((sum, v) => sum + v, 0) / values.length;
const people = (labels: Loose): Loose[] => labels.annotations.filter((each: Loose) => each.category_id === 0);
const ofPeople =
  (read: (annotation: Loose) => number): Column =>
  (labels) =>
    mean(people(labels).map(read));
const ofImages =
  (name: string): Column =>
  (labels) =>
    mean(labels.images.map((image: Loose) => image[name]));
const ofInfo =
  (name: string): Column =>
  ({ info }) =>
    info[name];
const repCounts = (labels: Loose): number[] =>
  labels.images.map((image: Loose) => image.rep_count_from_start);

const frames: Column = ({ images }) => images.length;
const headHeight = ofPeople(({ armature_keypoints }) => armature_keypoints.head.z_global);

/** The largest rise of the repetition count from a frame to the next, as a multiple of the smallest. */
function unevenness(labels: Loose): number {
  const steps = repCounts(labels)
    .slice(1)
    .map((count, i) => count - repCounts(labels)[i]!);
  return Math.max(...steps) / Math.min(...steps);
}

/** How far the head is after the last repetition from where it was before the first, in metres. */
function headDrift(labels: Loose): number {
  const [first, last] = [people(labels)[0], people(labels).at(-1)].map(
    (each) => each.armature_keypoints.head,
  );
  return Math.hypot(
    first.x_global - last.x_global,
    first.y_global - last.y_global,
    first.z_global - last.z_global,
  );
}

/** How unlike the delays between repetitions are: the standard deviation of their frames. */
function delaySpread(labels: Loose): number {
  const delays = new Map<number, number>();
  for (const count of repCounts(labels)) {
    if (Number.isInteger(count)) delays.set(count, (delays.get(count) ?? 0) + 1);
  }
  const lengths = [...delays].filter(([count]) => count > 0).map(([, length]) => length);
  const middle = mean(lengths);
  return Math.sqrt(mean(lengths.map((length) => (length - middle) ** 2)));
}

interface Direction {
  /** The values of the parameter; all else stays. */
  values: readonly [unknown, unknown];
  column: Column;
  moves: "rises" | "falls" | "changes";
  /** What else differs from {@link BASE}. */
  base?: Record<string, unknown>;
}

/** A squat from the side, in few frames. */
const BASE = { exercise: "SQUAT-BODYWEIGHT", frame_rate: 6, image_width: 160, image_height: 160 };

const rises = (values: Direction["values"], column: Column, base = {}): Direction => {
  return { values, column, moves: "rises", base };
};
const falls = (values: Direction["values"], column: Column, base = {}): Direction => {
  return { values, column, moves: "falls", base };
};
const changes = (values: Direction["values"], column: Column, base = {}): Direction => {
  return { values, column, moves: "changes", base };
};

const brightness = ofImages("mean_image_brightness");
const avatarBrightness = ofImages("mean_avatar_brightness");

const SHARED: Record<string, Direction[]> = {
  scene: [changes(["GYM_1", "BEDROOM_2"], ofInfo("scene_id")), changes(["GYM_1", "BEDROOM_2"], brightness)],
  exercise: [falls(["SQUAT-BODYWEIGHT", "PUSHUP"], headHeight)],
  gender: [
    changes(["MALE", "FEMALE"], ofInfo("avatar_presenting_gender")),
    falls(["MALE", "FEMALE"], headHeight),
  ],
  num_reps: [rises([1, 3], frames), rises([1, 3], (labels) => repCounts(labels).at(-1)!)],
  rel_baseline_speed: [falls([0.8, 2], frames)],
  max_rel_speed_change: [rises([0, 1], unevenness, { num_reps: 4 })],
  kinematic_noise_factor: [rises([0, 1], headDrift), rises([1, 2], headDrift)],
  camera_distance: [
    falls(
      [2, 4],
      ofPeople(({ bbox }) => bbox[2] * bbox[3]),
    ),
  ],
  camera_height: [rises([0.5, 2], ofInfo("camera_height")), falls([0.5, 2], ofInfo("camera_pitch"))],
  avatar_identity: [rises([1, 2], ofInfo("avatar_identity")), changes([1, 2], avatarBrightness)],
  relative_height: [
    rises([-2, 2], headHeight),
    rises(
      [-2, 2],
      ofPeople(({ bbox }) => bbox[3]),
    ),
  ],
  relative_weight: [
    rises(
      [-2, 3],
      ofPeople(({ area }) => area),
    ),
    rises([-2, 3], ofInfo("avatar_waist_circumference")),
  ],
  relative_camera_yaw_deg: [
    rises([-10, 10], ofInfo("camera_yaw")),
    rises(
      [-10, 10],
      ofPeople(({ bbox }) => bbox[0]),
    ),
  ],
  relative_camera_pitch_deg: [
    rises([-8, 8], ofInfo("camera_pitch")),
    rises(
      [-8, 8],
      ofPeople(({ bbox }) => bbox[1]),
    ),
  ],
  lighting_power: [
    rises([50, 800], brightness),
    rises([50, 800], avatarBrightness),
    rises([50, 800], ofImages("snr")),
  ],
  relative_avatar_angle_deg: [rises([-40, 40], ofInfo("avatar_yaw"))],
  frame_rate: [rises([6, 12], frames)],
  image_width: [rises([160, 320], ofImages("width"))],
  image_height: [rises([160, 320], ofImages("height"))],
};

const DIRECTIONS: Record<string, Record<string, Direction[]>> = {
  "visionfit-v0.3.1": {
    ...SHARED,
    trim_start_frac: [rises([0, 0.5], (labels) => repCounts(labels)[0]!), falls([0, 0.5], frames)],
    trim_end_frac: [falls([0, 0.5], (labels) => repCounts(labels).at(-1)!), falls([0, 0.5], frames)],
  },
  "visionfit-flagship-v0.1.0": {
    ...SHARED,
    randomize_skin_tone: [changes([false, true], avatarBrightness)],
    inter_rep_delay_avg: [rises([0, 2], frames, { num_reps: 3 })],
    inter_rep_delay_var: [
      rises([0, 1], delaySpread, { num_reps: 6, inter_rep_delay_avg: 2, rel_baseline_speed: 3 }),
    ],
    add_pauses: [rises([false, true], frames, { num_reps: 4 })],
    add_wall_art: [falls([false, true], brightness)],
    wall_art_type: [
      rises(["PAINTING", "POSTER"], brightness, { add_wall_art: true }),
      rises(["POSTER", "MIRROR"], brightness, { add_wall_art: true }),
    ],
    outfit: [
      changes([0, 3], ofInfo("avatar_attire_top")),
      changes([0, 3], ofInfo("avatar_attire_bottom")),
      rises([0, 3], avatarBrightness),
    ],
    hide_shoes: [rises([false, true], avatarBrightness, { allowable_occlusion: 0 })],
    add_socks: [rises([false, true], avatarBrightness, { allowable_occlusion: 0 })],
    allowable_occlusion: [
      rises(
        [0, 100],
        ofPeople(({ percent_occlusion }) => percent_occlusion),
      ),
    ],
    enable_sensor_noise: [falls([false, true], ofImages("snr"))],
  },
};

for (const info of [VISIONFIT_V031, VISIONFIT_FLAGSHIP_V010]) {
  const directions = DIRECTIONS[info.name]!;
  describe(`parameters of ${info.name} and the labels they move`, () => {
    test("are all here, but for `state`, which alone repeats a job", () => {
      const names = info.params.map(({ name }) => name).filter((name) => name !== "state");
      expect(Object.keys(directions).sort()).toEqual(names.sort());
    });

    for (const [name, list] of Object.entries(directions)) {
      test(name, async () => {
        for (const { values, column, moves, base } of list) {
          const [low, high] = await Promise.all(
            values.map(async (value) => {
              // Seed 3 has furniture before the avatar.
              const server = makeServer({ seed: 3, masks: false });
              return column(await labelsOf({ ...BASE, ...base, [name]: value }, { name: info.name, server }));
            }),
          );
          if (moves === "changes") expect(high).not.toEqual(low);
          else if (moves === "rises") expect(high).toBeGreaterThan(low as number);
          else expect(high).toBeLessThan(low as number);
        }
      });
    }
  });
}
