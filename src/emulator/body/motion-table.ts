import type { Vec3 } from "../geometry/vec3.ts";

/**
 * Rotations of joints in degrees about x (positive bends limbs forward), y (positive lifts a left limb
 * sideways) and z. Names without a side (`hip`) hold for both sides, mirrored; `root` turns the whole body.
 */
export type PoseAngles = Readonly<Record<string, Vec3>>;

/** One repetition of an exercise: from the start pose to the peak pose and back. */
export interface Motion {
  /** How long one repetition takes at baseline speed. */
  seconds: number;
  start: PoseAngles;
  peak: PoseAngles;
}

const SUPINE_KNEES_UP: PoseAngles = { root: [90, 0, 0], hip: [50, 0, 0], knee: [-100, 0, 0] };
const ALL_FOURS: PoseAngles = {
  root: [-84, 0, 0],
  hip: [84, 0, 0],
  knee: [-88, 0, 0],
  shoulder: [84, 0, 0],
  neck: [20, 0, 0],
};
const PLANK: PoseAngles = { root: [-70, 0, 0], shoulder: [70, 0, 0], neck: [20, 0, 0] };
const RACK: PoseAngles = { shoulder: [0, 40, 0], elbow: [140, 0, 0] };
const OVERHEAD: PoseAngles = { shoulder: [0, 168, 0], elbow: [12, 0, 0] };
const DEEP_SQUAT: PoseAngles = {
  hip: [95, 8, 0],
  knee: [-110, 0, 0],
  ankle: [22, 0, 0],
  spine1: [-28, 0, 0],
  shoulder: [75, 0, 0],
};

/** Motions by the exercise's family, the part of its name before the first hyphen. Simple shapes of our own. */
export const MOTIONS: Readonly<Record<string, Motion>> = {
  ARM_RAISE: { seconds: 2.6, start: { shoulder: [0, 6, 0] }, peak: { shoulder: [0, 88, 0] } },
  BEAR_CRAWL: {
    seconds: 2.4,
    start: ALL_FOURS,
    peak: { ...ALL_FOURS, root: [-78, 0, 0], hip: [104, 0, 0], knee: [-84, 0, 0] },
  },
  BICEP_CURL: { seconds: 2.2, start: { elbow: [10, 0, 0] }, peak: { elbow: [138, 0, 0] } },
  BIRD_DOG: {
    seconds: 3,
    start: ALL_FOURS,
    peak: { ...ALL_FOURS, right_shoulder: [170, 0, 0], left_hip: [2, 0, 0], left_knee: [-5, 0, 0] },
  },
  BRIDGE: {
    seconds: 2.4,
    start: SUPINE_KNEES_UP,
    peak: { ...SUPINE_KNEES_UP, root: [114, 0, 0], hip: [2, 0, 0], knee: [-96, 0, 0] },
  },
  BURPEE: {
    seconds: 3.6,
    start: {},
    peak: { ...DEEP_SQUAT, hip: [118, 8, 0], knee: [-135, 0, 0], spine1: [-45, 0, 0] },
  },
  CLAMSHELL: {
    seconds: 2,
    start: { root: [0, 90, 0], hip: [45, 0, 0], knee: [-85, 0, 0] },
    peak: { root: [0, 90, 0], hip: [45, 38, 0], knee: [-85, 0, 0] },
  },
  CRUNCHES: {
    seconds: 1.8,
    start: SUPINE_KNEES_UP,
    peak: {
      ...SUPINE_KNEES_UP,
      spine1: [-14, 0, 0],
      spine2: [-14, 0, 0],
      spine3: [-12, 0, 0],
      neck: [-14, 0, 0],
    },
  },
  DEADLIFT: {
    seconds: 3,
    start: {},
    peak: { root: [-68, 0, 0], hip: [70, 0, 0], knee: [-18, 0, 0], shoulder: [68, 0, 0] },
  },
  DONKEY_KICK: { seconds: 2, start: ALL_FOURS, peak: { ...ALL_FOURS, hip: [-8, 0, 0] } },
  DOWNWARD_DOG: {
    seconds: 3.4,
    start: PLANK,
    peak: { root: [-130, 0, 0], hip: [92, 0, 0], shoulder: [168, 0, 0] },
  },
  HAMMER_CURL: {
    seconds: 2.2,
    start: { elbow: [10, 0, 0], wrist: [0, 0, 80] },
    peak: { elbow: [138, 0, 0], wrist: [0, 0, 80] },
  },
  LEG_RAISE: { seconds: 2.6, start: { root: [90, 0, 0] }, peak: { root: [90, 0, 0], hip: [84, 0, 0] } },
  LUNGE: {
    seconds: 2.8,
    start: {},
    peak: { left_hip: [72, 0, 0], left_knee: [-84, 0, 0], right_hip: [-12, 18, 0], right_knee: [-82, 0, 0] },
  },
  OVERHEAD_PRESS: { seconds: 2.6, start: RACK, peak: OVERHEAD },
  PRESS: { seconds: 2.6, start: RACK, peak: OVERHEAD },
  PUSHUP: {
    seconds: 2,
    start: PLANK,
    peak: { root: [-84, 0, 0], shoulder: [-4, 40, 0], elbow: [92, 0, 0], neck: [20, 0, 0] },
  },
  PUSH_PRESS: {
    seconds: 2.4,
    start: { ...RACK, hip: [18, 0, 0], knee: [-30, 0, 0], ankle: [14, 0, 0] },
    peak: OVERHEAD,
  },
  SITUP: {
    seconds: 2.8,
    start: SUPINE_KNEES_UP,
    peak: { root: [18, 0, 0], hip: [122, 0, 0], knee: [-100, 0, 0] },
  },
  SPLIT_SQUAT: {
    seconds: 2.6,
    start: { left_hip: [25, 0, 0], right_hip: [-25, 0, 0], right_knee: [-10, 0, 0] },
    peak: { left_hip: [75, 0, 0], left_knee: [-88, 0, 0], right_hip: [-15, 0, 0], right_knee: [-85, 0, 0] },
  },
  SQUAT: { seconds: 2.6, start: {}, peak: DEEP_SQUAT },
  SUPERMAN: {
    seconds: 2.4,
    start: { root: [-90, 0, 0], shoulder: [168, 0, 0] },
    peak: {
      root: [-90, 0, 0],
      shoulder: [190, 0, 0],
      hip: [-18, 0, 0],
      spine2: [16, 0, 0],
      neck: [18, 0, 0],
    },
  },
  TRICEP_KICKBACK: {
    seconds: 2.2,
    start: { root: [-60, 0, 0], hip: [66, 0, 0], knee: [-14, 0, 0], elbow: [95, 0, 0] },
    peak: { root: [-60, 0, 0], hip: [66, 0, 0], knee: [-14, 0, 0], elbow: [6, 0, 0] },
  },
  UPPERCUT: {
    seconds: 1.4,
    start: { shoulder: [-12, 0, 0], elbow: [105, 0, 0] },
    peak: { shoulder: [92, 0, 0], elbow: [112, 0, 0], spine2: [0, 0, 18] },
  },
  V_UP: {
    seconds: 2.4,
    start: { root: [90, 0, 0], shoulder: [172, 0, 0] },
    peak: { root: [44, 0, 0], hip: [96, 0, 0], shoulder: [95, 0, 0] },
  },
};
