import {
  ALL_FOURS,
  ARMS_CROSSED,
  PLANK,
  PUSHUP_BOTTOM,
  SIDE_LYING,
  STAND,
  SUPINE_KNEES_UP,
} from "./key-poses.ts";
import type { Motion, PoseAngles } from "./motion.ts";
import { alternating, cycle, sequence } from "./repeat-motion.ts";

const FEET = ["left_foot", "right_foot"];
const HANDS = ["left_wrist", "right_wrist"];
const PELVIS = ["pelvis"];

const CLOSE_PLANK: PoseAngles = { ...PLANK, shoulder: [67, 4, -7], elbow: [5, 0, 0], wrist: [0, 82, -87] };
const TUCKED_FOURS: PoseAngles = { ...ALL_FOURS, knee: [-102, 0, 0], ankle: [30, 0, 0] };
const KNEES_OFF: PoseAngles = {
  ...ALL_FOURS,
  root: [-89, 0, 0],
  hip: [100, 0, 0],
  knee: [-100, 0, 0],
  ankle: [15, 0, 0],
  shoulder: [83, 0, 0],
};
const SQUAT_HANDS_DOWN: PoseAngles = {
  root: [-63, 0, 0],
  hip: [132, 12, 0],
  knee: [-140, 0, 0],
  ankle: [40, 0, 0],
  spine1: [-15, 0, 0],
  spine2: [-10, 0, 0],
  shoulder: [61, 0, 0],
  elbow: [5, 0, 0],
  wrist: [0, 85, -90],
  neck: [20, 0, 0],
};
const HANDS_AT_HEAD: PoseAngles = {
  ...SUPINE_KNEES_UP,
  shoulder: [133, 30, 83],
  elbow: [132, 0, 0],
  wrist: [0, 0, 0],
};

/** The motions of exercises on the floor, by name without dumbbell and side; one-sided ones are given for the left. */
export const FLOOR_MOTIONS: Readonly<Record<string, Motion>> = {
  "BEAR_CRAWL-HOLDS": sequence(3.6, [
    [0, TUCKED_FOURS, HANDS],
    [0.25, KNEES_OFF, HANDS],
    [0.75, KNEES_OFF, HANDS],
  ]),
  BIRD_DOG: alternating(
    cycle(
      3,
      ["right_wrist", "left_knee"],
      [
        ALL_FOURS,
        {
          ...ALL_FOURS,
          left_shoulder: [166, 0, 0],
          left_wrist: [0, 0, 0],
          right_hip: [-4, 0, 0],
          right_knee: [-4, 0, 0],
        },
      ],
    ),
  ),
  BRIDGE: cycle(2.4, FEET, [
    SUPINE_KNEES_UP,
    {
      ...SUPINE_KNEES_UP,
      root: [112, 0, 0],
      hip: [2, 0, 0],
      knee: [-94, 0, 0],
      ankle: [-18, 0, 0],
      shoulder: [-27, 14, 0],
      neck: [-30, 0, 0],
    },
  ]),
  BURPEE: sequence(4, [
    [0, STAND, FEET],
    [0.2, SQUAT_HANDS_DOWN, HANDS],
    [0.38, PLANK, HANDS],
    [0.5, PUSHUP_BOTTOM, HANDS],
    [0.62, PLANK, HANDS],
    [0.78, SQUAT_HANDS_DOWN, FEET],
  ]),
  CLAMSHELL: cycle(2, PELVIS, [SIDE_LYING, { ...SIDE_LYING, left_hip: [50, -6, 70] }]),
  CRUNCHES: cycle(1.8, FEET, [
    HANDS_AT_HEAD,
    { ...HANDS_AT_HEAD, spine1: [-14, 0, 0], spine2: [-16, 0, 0], spine3: [-14, 0, 0], neck: [-16, 0, 0] },
  ]),
  DONKEY_KICK: cycle(2, [...HANDS, "right_knee"], [ALL_FOURS, { ...ALL_FOURS, left_hip: [-10, 0, 0] }]),
  DOWNWARD_DOG: cycle(3.4, FEET, [
    PLANK,
    {
      root: [-127, 0, 0],
      hip: [88, 0, 0],
      ankle: [15, 0, 0],
      shoulder: [164, 0, 0],
      elbow: [4, 0, 0],
      wrist: [0, 58, -90],
      neck: [-10, 0, 0],
    },
  ]),
  LEG_RAISE: cycle(2.6, PELVIS, [
    { ...SUPINE_KNEES_UP, hip: [4, 0, 0], knee: [0, 0, 0], ankle: [-20, 0, 0] },
    { ...SUPINE_KNEES_UP, hip: [86, 0, 0], knee: [0, 0, 0], ankle: [-10, 0, 0] },
  ]),
  PUSHUP: cycle(2, FEET, [PLANK, PUSHUP_BOTTOM]),
  "PUSHUP-CLOSE_GRIP": cycle(2, FEET, [
    CLOSE_PLANK,
    {
      ...CLOSE_PLANK,
      root: [-87, 0, 0],
      shoulder: [-2, 4, -17],
      elbow: [122, 0, 0],
      wrist: [-3, 50, -87],
    },
  ]),
  "PUSHUP-EXPLOSIVE": sequence(1.5, [
    [0, PLANK, FEET],
    [0.5, PUSHUP_BOTTOM, FEET],
    [
      0.8,
      { ...PLANK, root: [-67, 0, 0], shoulder: [56, 1, 6], elbow: [22, 0, 0], wrist: [0, 40, -90] },
      FEET,
    ],
  ]),
  SITUP: cycle(2.8, FEET, [
    { ...SUPINE_KNEES_UP, ...ARMS_CROSSED },
    { ...SUPINE_KNEES_UP, ...ARMS_CROSSED, root: [14, 0, 0], hip: [124, 0, 0], spine1: [-12, 0, 0] },
  ]),
  SUPERMAN: cycle(2.4, PELVIS, [
    { root: [-90, 0, 0], shoulder: [170, 0, 0], ankle: [-45, 0, 0], wrist: [0, 0, -80] },
    {
      root: [-90, 0, 0],
      shoulder: [182, 0, 0],
      hip: [-20, 0, 0],
      ankle: [-45, 0, 0],
      wrist: [0, 0, -80],
      spine1: [10, 0, 0],
      spine2: [12, 0, 0],
      spine3: [10, 0, 0],
      neck: [14, 0, 0],
    },
  ]),
  V_UP: cycle(2.4, PELVIS, [
    { root: [90, 0, 0], shoulder: [172, 0, 0], ankle: [-30, 0, 0] },
    {
      root: [46, 0, 0],
      hip: [88, 0, 0],
      spine1: [-12, 0, 0],
      spine2: [-10, 0, 0],
      shoulder: [100, 0, 0],
      ankle: [-30, 0, 0],
    },
  ]),
};
