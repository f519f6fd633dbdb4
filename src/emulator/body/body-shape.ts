import type { Vec3 } from "../geometry/vec3.ts";

/** Proportions of one body relative to the rest pose. */
export interface BodyShape {
  /** Factor on every length. */
  height: number;
  /** Further factor on lengths from side to side. */
  width: number;
  /** Further factor on the thickness of limbs and trunk. */
  girth: number;
}

/** What decides a body's proportions; height and weight in standard deviations from the mean. */
export interface BodyShapeSettings {
  gender: string;
  relativeHeight: number;
  relativeWeight: number;
}

/** Works out a body's proportions; both factors stay positive over the allowed range of ±4. */
export function bodyShape({ gender, relativeHeight, relativeWeight }: BodyShapeSettings): BodyShape {
  const height = (gender === "FEMALE" ? 0.95 : 1.02) * (1 + 0.04 * relativeHeight);
  return { height, width: 1 + 0.03 * relativeWeight, girth: 1 + 0.1 * relativeWeight };
}

/** A length vector of the rest pose, fitted to a body. */
export function fitToShape([x, y, z]: Vec3, { height, width }: BodyShape): Vec3 {
  return [x * height * width, y * height, z * height];
}
