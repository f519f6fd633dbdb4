import type { Vec3 } from "../geometry/vec3.ts";

/** One joint of the SMPL-X skeleton in its rest pose. */
export interface Joint {
  name: string;
  /** Index of the parent joint, which always comes before; -1 for the pelvis. */
  parent: number;
  /** Metres: x to the body's right, y ahead of it, z up from the floor. */
  rest: Vec3;
}

type Row = readonly [name: string, parent: string, x: number, y: number, z: number];

function bothSides([name, parent, x, y, z]: Row): Row[] {
  const sided = (side: string): string =>
    /^(pelvis|spine|head)/.test(parent) ? parent : `${side}_${parent}`;
  return [
    [`left_${name}`, sided("left"), -x, y, z],
    [`right_${name}`, sided("right"), x, y, z],
  ];
}

/** How far before (y) and below (z) the wrist a finger begins, and how long its bones are. */
const FINGERS: readonly (readonly [name: string, y: number, z: number, bone: number])[] = [
  ["index", 0.03, -0.09, 0.03],
  ["middle", 0.008, -0.094, 0.033],
  ["pinky", -0.036, -0.078, 0.022],
  ["ring", -0.014, -0.089, 0.03],
  ["thumb", 0.04, -0.035, 0.031],
];

const WRIST: Vec3 = [0.22, 0, 0.89];

function hand(side: string, sign: 1 | -1): Row[] {
  return FINGERS.flatMap(([finger, y, z, bone]) =>
    [1, 2, 3].map((part): Row => {
      const parent = part === 1 ? `${side}_wrist` : `${side}_${finger}${part - 1}`;
      const reach = bone * (part - 1);
      return [`${side}_${finger}${part}`, parent, sign * WRIST[0], WRIST[1] + y, WRIST[2] + z - reach];
    }),
  );
}

/** An upright adult of 1.72 m with hanging arms; plausible proportions of our own, rounded to centimetres. */
const ROWS: readonly Row[] = [
  ["pelvis", "", 0, 0, 0.95],
  ...bothSides(["hip", "pelvis", 0.06, 0, 0.86]),
  ["spine1", "pelvis", 0, -0.02, 1.06],
  ...bothSides(["knee", "hip", 0.1, 0, 0.48]),
  ["spine2", "spine1", 0, -0.02, 1.19],
  ...bothSides(["ankle", "knee", 0.1, -0.03, 0.08]),
  ["spine3", "spine2", 0, -0.01, 1.25],
  ...bothSides(["foot", "ankle", 0.11, 0.1, 0.03]),
  ["neck", "spine3", 0, -0.03, 1.46],
  ...bothSides(["collar", "spine3", 0.05, -0.02, 1.38]),
  ["head", "neck", 0, 0, 1.55],
  ...bothSides(["shoulder", "collar", 0.17, -0.02, 1.4]),
  ...bothSides(["elbow", "shoulder", 0.2, -0.03, 1.14]),
  ...bothSides(["wrist", "elbow", ...WRIST]),
  ["jaw", "head", 0, 0.03, 1.53],
  ["left_eye_smplhf", "head", -0.032, 0.08, 1.6],
  ["right_eye_smplhf", "head", 0.032, 0.08, 1.6],
  ...hand("left", -1),
  ...hand("right", 1),
];

const NAMES = ROWS.map(([name]) => name);

/** The 55 joints of SMPL-X, parents before children. */
export const JOINTS: readonly Joint[] = ROWS.map(([name, parent, ...rest]) => ({
  name,
  parent: NAMES.indexOf(parent),
  rest,
}));

const INDICES = new Map(NAMES.map((name, index) => [name, index]));

/**
 * The place of a joint in {@link JOINTS}.
 *
 * @throws RangeError for a name that is not a joint.
 */
export function jointIndex(name: string): number {
  const index = INDICES.get(name);
  if (index === undefined) throw new RangeError(`Cannot find joint "${name}": it is not one of SMPL-X`);
  return index;
}
