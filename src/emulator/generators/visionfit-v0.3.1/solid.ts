import { circle } from "../../drawing/fill-capsule.ts";
import { type Camera, project } from "../../geometry/camera.ts";
import { clipToFrame } from "../../geometry/clip-to-frame.ts";
import { convexHull } from "../../geometry/convex-hull.ts";
import { transform, transpose } from "../../geometry/mat3.ts";
import type { Point } from "../../geometry/point.ts";
import { polygonArea } from "../../geometry/polygon-area.ts";
import { fromEulerDegrees, toMatrix } from "../../geometry/quaternion.ts";
import { roundTo } from "../../geometry/round-to.ts";
import type { Vec3 } from "../../geometry/vec3.ts";
import { PIXEL_DECIMALS } from "../outline-labels.ts";

/** A ball of a body or thing: centre and radius in metres. */
export interface Ball {
  center: Vec3;
  radius: number;
}

/** Balls nearer than this many metres to the camera's plane are left out of outlines. */
const NEAR = 0.05;

/** What of a solid made of balls a camera sees. */
export interface Silhouette {
  /** Convex outline inside the frame; empty where the solid is out of sight. */
  outline: Point[];
  /** Share of the whole outline's area that is inside the frame, 0 to 100. */
  percentInFov: number;
}

/** The convex outline of some balls in the image. */
export function silhouette(balls: readonly Ball[], camera: Camera): Silhouette {
  const points = balls.flatMap(({ center, radius }) => {
    const { x, y, depth } = project(camera, center);
    return depth < NEAR ? [] : circle([x, y], (camera.focalLengthPx * radius) / depth, 8);
  });
  const whole = convexHull(points);
  const outline = clipToFrame(whole, camera);
  const [all, inside] = [polygonArea(whole), polygonArea(outline)];
  if (inside < 1e-3) return { outline: [], percentInFov: 0 };
  return { outline, percentInFov: roundTo((100 * inside) / all, 4) };
}

/** The eight corners of the upright box around some balls, turned by an angle about Z, as the image has them. */
export function cuboid(
  balls: readonly Ball[],
  { camera, yawDeg }: { camera: Camera; yawDeg: number },
): { x: number; y: number; z: number }[] {
  const toWorld = toMatrix(fromEulerDegrees([0, 0, yawDeg]));
  const fromWorld = transpose(toWorld);
  const low = [Infinity, Infinity, Infinity];
  const high = [-Infinity, -Infinity, -Infinity];
  for (const { center, radius } of balls) {
    transform(fromWorld, center).forEach((value, axis) => {
      low[axis] = Math.min(low[axis] ?? 0, value - radius);
      high[axis] = Math.max(high[axis] ?? 0, value + radius);
    });
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
        x: roundTo(seen.x, PIXEL_DECIMALS),
        y: roundTo(seen.y, PIXEL_DECIMALS),
        z: roundTo(seen.depth, 6),
      };
    }),
  );
}
