import type { PoseAngles } from "./motion.ts";

/** Palms on the floor under hanging arms, fingers ahead. */
const FLAT_HANDS: PoseAngles = { wrist: [0, 80, -90] };

/** Upright, arms a little away from the body. */
export const STAND: PoseAngles = { shoulder: [0, 7, 0], elbow: [8, 0, 0] };

/** Hands at the shoulders, ready to press. */
export const RACK: PoseAngles = { shoulder: [33, 6, 12], elbow: [148, 0, 0] };

/** Arms straight up, palms ahead. */
export const OVERHEAD: PoseAngles = { shoulder: [173, 4, 12], elbow: [6, 0, 0], wrist: [0, 0, -75] };

/** Hands together before the chest, around a weight. */
export const GOBLET: PoseAngles = { shoulder: [11, 10, -42], elbow: [107, 0, 0], wrist: [0, 0, 40] };

/** Hands beside the neck, on a bar across the back. */
export const BAR_ON_BACK: PoseAngles = { shoulder: [37, 5, 97], elbow: [146, 0, 0], wrist: [0, 0, -30] };

/** Fists before the chin. */
export const GUARD: PoseAngles = { shoulder: [36, 13, -27], elbow: [119, 0, 0] };

/** Arms crossed over the chest. */
export const ARMS_CROSSED: PoseAngles = { shoulder: [11, 25, -70], elbow: [104, 0, 0] };

/** The right hand on the hip. */
export const RIGHT_HAND_ON_HIP: PoseAngles = { right_shoulder: [-36, 2, 54], right_elbow: [64, 0, 0] };

/** Thighs level, trunk leaning. */
export const DEEP_SQUAT: PoseAngles = {
  root: [-38, 0, 0],
  hip: [110, 10, 0],
  knee: [-108, 0, 0],
  ankle: [34, 0, 0],
  neck: [22, 0, 0],
};

/** Stooping with a straight back, knees a little bent, arms along the trunk. */
export const BENT_OVER: PoseAngles = {
  root: [-62, 0, 0],
  hip: [74, 0, 0],
  knee: [-26, 0, 0],
  ankle: [14, 0, 0],
  neck: [24, 0, 0],
};

/** On hands and knees, insteps on the floor. */
export const ALL_FOURS: PoseAngles = {
  ...FLAT_HANDS,
  root: [-81, 0, 0],
  hip: [81, 0, 0],
  knee: [-88, 0, 0],
  ankle: [-50, 0, 0],
  shoulder: [77, 0, 0],
  elbow: [4, 0, 0],
  neck: [15, 0, 0],
};

/** On straight arms and toes. */
export const PLANK: PoseAngles = {
  ...FLAT_HANDS,
  root: [-74, 0, 0],
  ankle: [28, 0, 0],
  shoulder: [67, 1, 6],
  elbow: [10, 0, 0],
  neck: [15, 0, 0],
};

/** A plank with bent arms, the chest just above the floor. */
export const PUSHUP_BOTTOM: PoseAngles = {
  ...PLANK,
  root: [-87, 0, 0],
  shoulder: [-21, 49, -22],
  elbow: [119, 0, 0],
  wrist: [-1, 55, -89],
};

/** On the back, soles on the floor, arms beside the body. */
export const SUPINE_KNEES_UP: PoseAngles = {
  root: [90, 0, 0],
  hip: [52, 0, 0],
  knee: [-112, 0, 0],
  ankle: [-27, 0, 0],
  shoulder: [0, 14, 0],
  wrist: [0, 0, -80],
  neck: [-8, 0, 0],
};

/** On the right side, knees bent, head on the right arm. */
export const SIDE_LYING: PoseAngles = {
  root: [0, 90, 0],
  hip: [50, 0, 0],
  knee: [-88, 0, 0],
  right_shoulder: [101, -16, 2],
  right_elbow: [132, 0, 0],
  left_shoulder: [47, -36, -24],
  left_elbow: [4, 0, 0],
};
