import { subtract, type Vec3 } from "../geometry/vec3.ts";
import { JOINTS, type Joint } from "./joints.ts";

/** Proportions of one body relative to the rest pose. */
export interface BodyShape {
  /** Factor on every length. */
  height: number;
  /** Further factor on lengths from side to side. */
  width: number;
  /** Further factor on the thickness of limbs and trunk. */
  girth: number;
  /** Further factor on the breadth of the shoulders. */
  shoulders: number;
  /** Further factor on the breadth of the hips. */
  hips: number;
}

/** What decides a body's proportions; height and weight in standard deviations from the mean. */
export interface BodyShapeSettings {
  gender: string;
  relativeHeight: number;
  relativeWeight: number;
}

/** Works out a body's proportions; all factors stay positive over the allowed range of ±4. */
export function bodyShape({ gender, relativeHeight, relativeWeight }: BodyShapeSettings): BodyShape {
  const isFemale = gender === "FEMALE";
  return {
    height: (isFemale ? 0.95 : 1.02) * (1 + 0.04 * relativeHeight),
    width: 1 + 0.03 * relativeWeight,
    girth: 1 + 0.1 * relativeWeight,
    shoulders: isFemale ? 0.92 : 1.02,
    hips: isFemale ? 1.08 : 0.98,
  };
}

function breadth(joint: string, { shoulders, hips }: BodyShape): number {
  if (/_(collar|shoulder)$/.test(joint)) return shoulders;
  return joint.endsWith("_hip") ? hips : 1;
}

/** The bone from a joint's parent to the joint in the rest pose, fitted to a body. */
export function boneOf({ name, parent, rest }: Joint, shape: BodyShape): Vec3 {
  const [x, y, z] = subtract(rest, JOINTS[parent]?.rest ?? rest);
  return [x * shape.height * shape.width * breadth(name, shape), y * shape.height, z * shape.height];
}
