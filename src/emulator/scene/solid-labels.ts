import { type Camera, isInFrame, project } from "../geometry/camera.ts";
import { transform, transpose } from "../geometry/mat3.ts";
import type { Point } from "../geometry/point.ts";
import { fromEulerDegrees, toMatrix } from "../geometry/quaternion.ts";
import { roundTo } from "../geometry/round-to.ts";
import type { Vec3 } from "../geometry/vec3.ts";
import type { Rod, Solid } from "./solid.ts";

/** Points along each rod at which it is asked whether it is in view. */
const STEPS = 8;

function isInView(point: Vec3, camera: Camera): boolean {
  return isInFrame(project(camera, point), camera);
}

function shareInView({ from, to }: Rod, camera: Camera): number {
  // A frame is convex: what is between two points in view is in view.
  if (isInView(from, camera) && isInView(to, camera)) return 1;
  let inside = 0;
  for (let step = 0; step <= STEPS; step++) {
    const share = step / STEPS;
    const point: Vec3 = [
      from[0] + share * (to[0] - from[0]),
      from[1] + share * (to[1] - from[1]),
      from[2] + share * (to[2] - from[2]),
    ];
    if (isInView(point, camera)) inside++;
  }
  return inside / (STEPS + 1);
}

/** The per cent of a solid, by surface, whose bones are inside the frame; whether they are hidden does not matter. */
export function percentInView(solid: Solid, camera: Camera): number {
  let [all, inside] = [0, 0];
  for (const rod of solid) {
    const radius = (rod.radii[0] + rod.radii[1]) / 2;
    const length = Math.hypot(rod.to[0] - rod.from[0], rod.to[1] - rod.from[1], rod.to[2] - rod.from[2]);
    const surface = radius * (length + 2 * radius);
    all += surface;
    inside += surface * shareInView(rod, camera);
  }
  return all === 0 ? 0 : (100 * inside) / all;
}

/** The eight corners of the upright box around a solid, turned by an angle about Z, in whole pixels. */
export function cuboid(
  solid: Solid,
  { camera, yawDeg }: { camera: Camera; yawDeg: number },
): { x: number; y: number; z: number }[] {
  const toWorld = toMatrix(fromEulerDegrees([0, 0, yawDeg]));
  const fromWorld = transpose(toWorld);
  const low = [Infinity, Infinity, Infinity];
  const high = [-Infinity, -Infinity, -Infinity];
  function include(center: Vec3, radius: number): void {
    transform(fromWorld, center).forEach((value, axis) => {
      low[axis] = Math.min(low[axis] ?? 0, value - radius);
      high[axis] = Math.max(high[axis] ?? 0, value + radius);
    });
  }
  for (const { from, to, radii } of solid) {
    include(from, radii[0]);
    include(to, radii[1]);
  }
  const [x0 = 0, y0 = 0, z0 = 0] = low;
  const [x1 = 0, y1 = 0, z1 = 0] = high;
  const face: readonly Point[] = [
    [x0, y0],
    [x1, y0],
    [x1, y1],
    [x0, y1],
  ];
  return [z1, z0].flatMap((z) =>
    face.map(([x, y]) => {
      const seen = project(camera, transform(toWorld, [x, y, z]));
      return {
        x: roundTo(seen.x, 0),
        y: roundTo(seen.y, 0),
        z: roundTo(seen.depth, 6),
      };
    }),
  );
}
