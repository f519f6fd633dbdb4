import { type Camera, project } from "../geometry/camera.ts";
import { boxCorners, intoBox, type OrientedBox } from "../geometry/oriented-box.ts";
import { subtract } from "../geometry/vec3.ts";
import { type Bounds, extendPainted, type Layer } from "./layer.ts";

/** Surfaces nearer than this many metres are not seen. */
export const NEAR = 0.05;

/** What faces to the left and right, to the front and back, and up and down get of the light. */
const SHADES = [120, 205, 255] as const;

/** A box and what its faces are made of, as places in `MATERIALS`. */
export interface PaintedBox extends OrientedBox {
  /** The faces left and right, front and back, and below and above. */
  faces: readonly (readonly [low: number, high: number])[];
}

/** The pixels that a box can cover; all where part of it is beside or behind the camera. */
function boxBounds(box: OrientedBox, camera: Camera): Bounds {
  const { width, height } = camera;
  const seen = boxCorners(box).map((corner) => project(camera, corner));
  if (seen.some(({ depth }) => depth < NEAR)) return { left: 0, top: 0, right: width, bottom: height };
  const [xs, ys] = [seen.map(({ x }) => x), seen.map(({ y }) => y)];
  return {
    left: Math.max(0, Math.floor(Math.min(...xs))),
    top: Math.max(0, Math.floor(Math.min(...ys))),
    right: Math.min(width, Math.ceil(Math.max(...xs))),
    bottom: Math.min(height, Math.ceil(Math.max(...ys))),
  };
}

/** Options of {@link paintBox}. */
export interface PaintBoxOptions {
  camera: Camera;
  /** Whether the camera is in the box and sees its faces from inside, as those of a room. */
  inside?: boolean;
}

/**
 * Paints a box where it is nearer than what is there (slab method, a ray for each pixel's centre).
 * A box that the camera is in is painted from inside or not at all.
 */
export function paintBox(layer: Layer, box: PaintedBox, { camera, inside = false }: PaintBoxOptions): void {
  const { k, rt } = camera;
  const bounds = inside
    ? { left: 0, top: 0, right: layer.width, bottom: layer.height }
    : boxBounds(box, camera);
  if (bounds.left >= bounds.right || bounds.top >= bounds.bottom) return;
  extendPainted(layer, bounds);
  const [ox, oy, oz] = intoBox(box, subtract(camera.location, box.center));
  const [right, down, ahead] = rt.map(([x, y, z]) => intoBox(box, [x, y, z])) as [
    ReturnType<typeof intoBox>,
    ReturnType<typeof intoBox>,
    ReturnType<typeof intoBox>,
  ];
  const [hx, hy, hz] = box.half;
  const materials = box.faces.flat();
  for (let row = bounds.top; row < bounds.bottom; row++) {
    const v = (row + 0.5 - k[1][2]) / k[1][1];
    for (let column = bounds.left; column < bounds.right; column++) {
      const u = (column + 0.5 - k[0][2]) / k[0][0];
      const dx = u * right[0] + v * down[0] + ahead[0];
      const dy = u * right[1] + v * down[1] + ahead[1];
      const dz = u * right[2] + v * down[2] + ahead[2];
      // Where the ray enters and leaves the slab between each pair of faces.
      const mx = -ox / dx;
      const my = -oy / dy;
      const mz = -oz / dz;
      const rx = hx / Math.abs(dx);
      const ry = hy / Math.abs(dy);
      const rz = hz / Math.abs(dz);
      const enter = Math.max(mx - rx, my - ry, mz - rz);
      const exit = Math.min(mx + rx, my + ry, mz + rz);
      if (!(enter < exit)) continue;
      const depth = inside ? exit : enter;
      const at = row * layer.width + column;
      if (!(depth > NEAR && depth < (layer.depth[at] ?? 0))) continue;
      layer.depth[at] = depth;
      const axis = inside
        ? exit === mx + rx
          ? 0
          : exit === my + ry
            ? 1
            : 2
        : enter === mx - rx
          ? 0
          : enter === my - ry
            ? 1
            : 2;
      const along = axis === 0 ? dx : axis === 1 ? dy : dz;
      // A ray that goes up an axis leaves by the high face and enters by the low one.
      const high = along > 0 === inside ? 1 : 0;
      layer.material[at] = materials[2 * axis + high] ?? 0;
      layer.shade[at] = SHADES[axis];
    }
  }
}
