import type { Vec3 } from "../geometry/vec3.ts";
import type { Material } from "./materials.ts";

/** A rod with round ends, which may be thicker at one end. */
export interface Rod {
  from: Vec3;
  to: Vec3;
  /** Metres at either end. */
  radii: readonly [from: number, to: number];
  material: Material;
}

/** A body or thing, made of rods. */
export type Solid = readonly Rod[];
