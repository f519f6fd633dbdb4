import type { ParamInfo } from "../../../api/wire-types.ts";
import { float, int, str } from "../param.ts";

const EXERCISES = [
  "ARM_RAISE-DUMBBELL",
  "BEAR_CRAWL-HOLDS",
  "BICEP_CURL-ALTERNATING-DUMBBELL",
  "BICEP_CURL-BARBELL",
  "BIRD_DOG",
  "BRIDGE",
  "BURPEE",
  "CLAMSHELL-LEFT",
  "CLAMSHELL-RIGHT",
  "CRUNCHES",
  "DEADLIFT-DUMBBELL",
  "DONKEY_KICK-LEFT",
  "DONKEY_KICK-RIGHT",
  "DOWNWARD_DOG",
  "LEG_RAISE",
  "LUNGE-CROSSBACK",
  "PRESS-SINGLE_ARM-DUMBBELL-LEFT",
  "PRESS-SINGLE_ARM-DUMBBELL-RIGHT",
  "PUSHUP",
  "PUSHUP-CLOSE_GRIP",
  "PUSHUP-EXPLOSIVE",
  "PUSH_PRESS-SINGLE_ARM-DUMBBELL-LEFT",
  "PUSH_PRESS-SINGLE_ARM-DUMBBELL-RIGHT",
  "SITUP",
  "SPLIT_SQUAT-SINGLE_ARM-DUMBBELL-LEFT",
  "SPLIT_SQUAT-SINGLE_ARM-DUMBBELL-RIGHT",
  "SQUAT-BACK-BARBELL",
  "SQUAT-BODYWEIGHT",
  "SQUAT-GOBLET+SUMO-DUMBBELL",
  "SUPERMAN",
  "TRICEP_KICKBACK-BENT_OVER+SINGLE_ARM-DUMBBELL-LEFT",
  "TRICEP_KICKBACK-BENT_OVER+SINGLE_ARM-DUMBBELL-RIGHT",
  "UPPERCUT-LEFT",
  "UPPERCUT-RIGHT",
  "V_UP",
];

/** Parameters of every version: who does what, and at what pace. */
export const EXERCISE_PARAMS: readonly ParamInfo[] = [
  str("scene", "BEDROOM_2", ["GYM_1", "BEDROOM_2", "BEDROOM_4", "BEDROOM_5"]),
  str("exercise", "PUSHUP", EXERCISES),
  str("gender", "MALE", ["MALE", "FEMALE"]),
  int("num_reps", 1, { min: 1, max: 20 }),
  float("rel_baseline_speed", 1, { min: 0.33, max: 3 }),
  float("max_rel_speed_change", 0, { min: 0, max: 1 }),
];

/** Parameters of every version: body, camera, light and pictures. */
export const FILMING_PARAMS: readonly ParamInfo[] = [
  float("kinematic_noise_factor", 1, { min: 0, max: 2 }),
  float("camera_distance", 3, { min: 1, max: 5.25 }),
  float("camera_height", 0.75, { min: 0.1, max: 2.75 }),
  int("avatar_identity", 0, { min: 0, max: 24 }),
  float("relative_height", 0, { min: -4, max: 4 }),
  float("relative_weight", 0, { min: -4, max: 4 }),
  float("relative_camera_yaw_deg", 0, { min: -45, max: 45 }),
  float("relative_camera_pitch_deg", 0, { min: -45, max: 45 }),
  float("lighting_power", 100, { min: 0, max: 2000 }),
  float("relative_avatar_angle_deg", 0, { min: -180, max: 180 }),
  int("frame_rate", 24, { choices: [30, 24, 12, 8, 6] }),
  int("image_width", 256, { min: 128, max: 512 }),
  int("image_height", 256, { min: 128, max: 512 }),
];
