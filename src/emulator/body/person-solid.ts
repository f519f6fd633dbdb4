import { scaled, type Vec3 } from "../geometry/vec3.ts";
import type { Material } from "../scene/materials.ts";
import type { Rod, Solid } from "../scene/solid.ts";
import { attachedPoint } from "./attached-point.ts";
import type { BodyShape } from "./body-shape.ts";
import type { BodyPose } from "./pose-body.ts";

/** What the parts of a person are covered with. */
export interface Attire {
  forearm: Material;
  calf: Material;
  ankle: Material;
  foot: Material;
}

/** A joint, or a point in the frame of the head. */
type Place = string | Vec3;

type Limb = readonly [
  from: Place,
  to: Place,
  radii: readonly [number, number],
  part: Material | keyof Attire,
];

/** Points of the head's surface, in metres in the frame of the head joint of a body of mean height. */
export const HEAD_POINTS: Readonly<
  Record<"nose" | "left_ear" | "right_ear" | "head_top" | "head_back", Vec3>
> = {
  nose: [0, 0.12, 0.02],
  left_ear: [-0.078, 0.01, 0.04],
  right_ear: [0.078, 0.01, 0.04],
  head_top: [0, 0, 0.2],
  head_back: [0, -0.105, 0.06],
};

// Between labelled points, so that a head whose points are all in view is in view.
const [CHIN, BROW, NAPE, CROWN]: readonly [Vec3, Vec3, Vec3, Vec3] = [
  [0, 0.02, 0.02 / 6],
  [0, 0.02, 0.09],
  [0, -0.012, 0.05],
  [0, -0.004, 0.114],
];

function hand(side: string): Limb[] {
  const wrist = `${side}_wrist`;
  return [
    [wrist, `${side}_middle1`, [0.03, 0.04], "skin"],
    ...["index", "middle", "pinky", "ring", "thumb"].map((finger): Limb => {
      return [`${side}_${finger}1`, `${side}_${finger}3`, [0.013, 0.011], "skin"];
    }),
  ];
}

function arm(side: string): Limb[] {
  return [
    ["spine3", `${side}_collar`, [0.12, 0.09], "top"],
    [`${side}_collar`, `${side}_shoulder`, [0.08, 0.068], "top"],
    [`${side}_shoulder`, `${side}_elbow`, [0.06, 0.045], "top"],
    [`${side}_elbow`, `${side}_wrist`, [0.043, 0.028], "forearm"],
    ...hand(side),
  ];
}

function leg(side: string): Limb[] {
  return [
    ["spine1", `${side}_hip`, [0.1, 0.1], "bottom"],
    [`${side}_hip`, `${side}_knee`, [0.09, 0.06], "bottom"],
    [`${side}_knee`, `${side}_ankle`, [0.056, 0.036], "calf"],
    [`${side}_ankle`, `${side}_ankle`, [0.046, 0.046], "ankle"],
    [`${side}_ankle`, `${side}_foot`, [0.044, 0.036], "foot"],
  ];
}

const LIMBS: readonly Limb[] = [
  ["pelvis", "spine1", [0.13, 0.13], "bottom"],
  ["spine1", "spine2", [0.13, 0.135], "top"],
  ["spine2", "spine3", [0.135, 0.13], "top"],
  ["spine3", "neck", [0.11, 0.055], "top"],
  ["neck", "head", [0.055, 0.055], "skin"],
  [CHIN, BROW, [0.082, 0.086], "skin"],
  [CHIN, HEAD_POINTS.nose, [0.03, 0.014], "skin"],
  [HEAD_POINTS.left_ear, HEAD_POINTS.right_ear, [0.012, 0.012], "skin"],
  [NAPE, CROWN, [0.092, 0.09], "hair"],
  ...["left", "right"].flatMap((side) => [...arm(side), ...leg(side)]),
];

/** The body of a person as rods around its bones. */
export function personSolid(pose: BodyPose, { shape, attire }: { shape: BodyShape; attire: Attire }): Solid {
  const girth = shape.height * shape.girth;
  const at = (place: Place): Vec3 =>
    typeof place === "string"
      ? attachedPoint(pose, place, [0, 0, 0])
      : attachedPoint(pose, "head", scaled(place, shape.height));
  return LIMBS.map(([from, to, [start, end], part]): Rod => {
    const isHead = typeof to !== "string";
    const factor = isHead ? shape.height : girth;
    return {
      from: at(from),
      to: at(to),
      radii: [start * factor, end * factor],
      material: part in attire ? attire[part as keyof Attire] : (part as Material),
    };
  });
}
