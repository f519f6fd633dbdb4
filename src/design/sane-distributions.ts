import type { ParamInfo } from "../params/job-params.ts";
import { choice } from "./distributions/choice.ts";
import { constant } from "./distributions/constant.ts";
import type { Distribution } from "./distributions/distribution.ts";
import { integers } from "./distributions/integers.ts";
import { truncatedNormal } from "./distributions/truncated-normal.ts";
import { uniform } from "./distributions/uniform.ts";

/** A spread of values that stays within what the generator allows. */
type Sane = (param: ParamInfo) => Distribution;

function evenly(low: number, high: number): Sane {
  return ({ type, options }) => {
    const min = Math.max(low, options?.min ?? low);
    const max = Math.min(high, options?.max ?? high);
    return type === "int" ? integers(min, max) : uniform(min, max);
  };
}

const always =
  (value: number | boolean): Sane =>
  () =>
    constant(value);
const fairCoin: Sane = () => choice([false, true]);
const bellCurve: Sane = ({ options }) => {
  return truncatedNormal(0, 1, { min: options?.min ?? -4, max: options?.max ?? 4 });
};

const MOTION: Readonly<Record<string, Sane>> = {
  num_reps: evenly(1, 10),
  rel_baseline_speed: evenly(0.8, 1.25),
  max_rel_speed_change: evenly(0, 0.2),
  kinematic_noise_factor: always(1),
};

/** How the values of a family of generators are usually spread; the other parameters keep to their whole range. */
const FAMILIES: Readonly<Record<string, Readonly<Record<string, Sane>>>> = {
  visionfit: {
    ...MOTION,
    camera_distance: evenly(2.5, 5),
    camera_height: evenly(0.1, 2.75),
    relative_height: bellCurve,
    relative_weight: bellCurve,
    relative_camera_yaw_deg: evenly(-15, 15),
    relative_camera_pitch_deg: evenly(-10, 10),
    lighting_power: evenly(10, 1000),
    relative_avatar_angle_deg: evenly(-180, 180),
    image_width: () => choice([256, 512]),
    inter_rep_delay_avg: evenly(0, 2),
    inter_rep_delay_var: evenly(0, 2),
    add_pauses: fairCoin,
    add_wall_art: fairCoin,
    add_socks: fairCoin,
    hide_shoes: fairCoin,
    allowable_occlusion: evenly(0, 50),
    enable_sensor_noise: always(true),
    randomize_skin_tone: always(false),
  },
  sensefit: {
    ...MOTION,
    ref_xy_rotation: evenly(0, 2 * Math.PI),
    wrist_offset_deg: evenly(-20, 20),
    num_random_frames: evenly(10, 500),
    randomize_body_shape: always(true),
    image_width: always(480),
    random_seed: evenly(0, 2 ** 31 - 1),
  },
  spills: { video_duration: evenly(1, 5) },
};

/** Parameters that keep their default unless they are given: trimming cuts motions, states tie jobs to earlier ones. */
const LEFT_ALONE: ReadonlySet<string> = new Set(["trim_start_frac", "trim_end_frac", "state"]);

/** The usual spread of a parameter's values, or null where only its range or its default is known. */
export function saneDistribution(generator: string, param: ParamInfo): Distribution | null {
  if (LEFT_ALONE.has(param.name)) return constant(param.default_value);
  const family = FAMILIES[generator.split("-")[0] ?? ""] ?? {};
  return Object.hasOwn(family, param.name) ? (family[param.name]?.(param) ?? null) : null;
}
