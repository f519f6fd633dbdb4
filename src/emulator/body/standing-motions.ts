import {
  ARMS_CROSSED,
  BAR_ON_BACK,
  BENT_OVER,
  DEEP_SQUAT,
  GOBLET,
  GUARD,
  OVERHEAD,
  RACK,
  RIGHT_HAND_ON_HIP,
  STAND,
} from "./key-poses.ts";
import type { Motion, PoseAngles } from "./motion.ts";
import { alternating, cycle, sequence } from "./repeat-motion.ts";

const FEET = ["left_foot", "right_foot"];

/** The left side of a pose that is given for both. */
function leftOf(pose: PoseAngles): PoseAngles {
  return Object.fromEntries(Object.entries(pose).map(([joint, angle]) => [`left_${joint}`, angle]));
}

const SUPINATED: PoseAngles = { wrist: [0, 0, 80] };
const CURLED: PoseAngles = { shoulder: [6, 7, 0], elbow: [138, 0, 0] };
const DIP: PoseAngles = { hip: [24, 0, 0], knee: [-42, 0, 0], ankle: [18, 0, 0] };
const ONE_RACKED: PoseAngles = { ...STAND, ...RIGHT_HAND_ON_HIP, ...leftOf(RACK) };
const ONE_OVERHEAD: PoseAngles = { ...STAND, ...RIGHT_HAND_ON_HIP, ...leftOf(OVERHEAD) };
const SPLIT: PoseAngles = {
  left_hip: [24, 0, 0],
  left_ankle: [-14, 0, 0],
  left_knee: [-10, 0, 0],
  right_hip: [-26, 0, 0],
  right_knee: [-12, 0, 0],
  right_ankle: [30, 0, 0],
};
const STAGGERED: PoseAngles = {
  left_hip: [18, 0, 0],
  left_knee: [-14, 0, 0],
  left_ankle: [-4, 0, 0],
  right_hip: [-12, 0, 0],
  right_knee: [-14, 0, 0],
  right_ankle: [20, 0, 0],
};
/** Feet as wide apart as in the squat. */
const STANCE: PoseAngles = { hip: [0, 4, 0] };
const SUMO: PoseAngles = { hip: [0, 24, 30] };

/** The motions of exercises on the feet, by name without dumbbell and side; one-sided ones are given for the left. */
export const STANDING_MOTIONS: Readonly<Record<string, Motion>> = {
  ARM_RAISE: cycle(2.6, FEET, [STAND, { shoulder: [0, 88, 0], elbow: [10, 0, 0] }]),
  "BICEP_CURL-ALTERNATING": alternating(
    cycle(2.2, FEET, [STAND, { ...STAND, ...leftOf({ ...CURLED, ...SUPINATED }) }]),
  ),
  "BICEP_CURL-BARBELL": cycle(2.4, FEET, [
    { ...STAND, ...SUPINATED },
    { ...CURLED, ...SUPINATED },
  ]),
  BICEP_CURL: cycle(2.2, FEET, [STAND, { ...CURLED, ...SUPINATED }]),
  DEADLIFT: cycle(3, FEET, [STAND, { ...BENT_OVER, shoulder: [60, 4, 0], elbow: [4, 0, 0] }]),
  HAMMER_CURL: cycle(2.2, FEET, [STAND, CURLED]),
  "LUNGE-CROSSBACK": alternating(
    cycle(
      2.8,
      ["right_foot"],
      [
        STAND,
        {
          ...ARMS_CROSSED,
          root: [-16, 0, 0],
          right_hip: [82, 0, 0],
          right_knee: [-84, 0, 0],
          right_ankle: [18, 0, 0],
          left_hip: [4, -26, 0],
          left_knee: [-74, 0, 0],
          left_ankle: [10, 0, 0],
        },
      ],
    ),
  ),
  OVERHEAD_PRESS: cycle(2.6, FEET, [RACK, OVERHEAD]),
  "PRESS-SINGLE_ARM": cycle(2.6, FEET, [ONE_RACKED, ONE_OVERHEAD]),
  "PUSH_PRESS-SINGLE_ARM": sequence(2.2, [
    [0, ONE_RACKED, FEET],
    [0.22, { ...ONE_RACKED, ...DIP }, FEET],
    [0.5, ONE_OVERHEAD, FEET],
  ]),
  "SPLIT_SQUAT-SINGLE_ARM": cycle(
    2.6,
    ["left_foot"],
    [
      { ...STAND, ...RIGHT_HAND_ON_HIP, ...SPLIT },
      {
        ...STAND,
        ...RIGHT_HAND_ON_HIP,
        root: [-6, 0, 0],
        left_hip: [86, 0, 0],
        left_knee: [-88, 0, 0],
        left_ankle: [8, 0, 0],
        right_hip: [-10, 0, 0],
        right_knee: [-88, 0, 0],
        right_ankle: [20, 0, 0],
      },
    ],
  ),
  "SQUAT-BACK-BARBELL": cycle(3, FEET, [
    { ...BAR_ON_BACK, ...STANCE },
    { ...DEEP_SQUAT, ...BAR_ON_BACK },
  ]),
  "SQUAT-BODYWEIGHT": cycle(2.6, FEET, [
    { ...STAND, ...STANCE },
    { ...DEEP_SQUAT, shoulder: [118, 0, 0], elbow: [6, 0, 0] },
  ]),
  "SQUAT-GOBLET+SUMO": cycle(2.8, FEET, [
    { ...GOBLET, ...SUMO },
    {
      ...DEEP_SQUAT,
      ...GOBLET,
      root: [-16, 0, 0],
      hip: [84, 10, 48],
      knee: [-96, 0, 0],
      ankle: [28, 0, 0],
      neck: [8, 0, 0],
    },
  ]),
  "TRICEP_KICKBACK-BENT_OVER+SINGLE_ARM": cycle(2.2, FEET, [
    { ...BENT_OVER, right_shoulder: [34, 8, 6], left_shoulder: [-8, 6, 0], left_elbow: [92, 0, 0] },
    { ...BENT_OVER, right_shoulder: [34, 8, 6], left_shoulder: [-14, 6, 0], left_elbow: [6, 0, 0] },
  ]),
  UPPERCUT: cycle(1.4, FEET, [
    {
      ...GUARD,
      ...STAGGERED,
      spine2: [0, 0, 14],
      left_shoulder: [-4, 10, -10],
      left_elbow: [96, 0, 0],
      left_wrist: [0, 0, 80],
    },
    {
      ...GUARD,
      ...STAGGERED,
      spine2: [0, 0, -22],
      left_shoulder: [92, 0, -14],
      left_elbow: [112, 0, 0],
      left_wrist: [0, 0, 80],
    },
  ]),
};
