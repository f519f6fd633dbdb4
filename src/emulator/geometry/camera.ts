import { type Mat3, multiply, transform, transpose } from "./mat3.ts";
import { fromEulerDegrees, toMatrix } from "./quaternion.ts";
import type { Vec3 } from "./vec3.ts";

/** A row of a 3×4 matrix. */
type Row4 = readonly [number, number, number, number];

/** A 3×4 matrix as three rows. */
type Mat34 = readonly [Row4, Row4, Row4];

/** Where a pinhole camera stands, where it looks and what it sees. */
export interface CameraPlacement {
  /** Metres, Z up. */
  location: Vec3;
  /** Degrees; 90 is a line of sight parallel to the ground, less looks down. */
  pitchDeg: number;
  /** Degrees; 0 looks along +Y, positive turns left. */
  yawDeg: number;
  focalLengthMm: number;
  /** Pixels. */
  width: number;
  /** Pixels. */
  height: number;
}

/** A pinhole camera with square pixels, whose longer image side is {@link SENSOR_MM} wide. */
export interface Camera extends CameraPlacement {
  /** Focal length in pixels. */
  focalLengthPx: number;
  sensorWidthMm: number;
  sensorHeightMm: number;
  /** Intrinsics. */
  k: Mat3;
  /** World to camera (x right, y down, z forward). */
  rt: Mat34;
  /** World to image, `K · RT`. */
  p: Mat34;
}

/** The sensor's longer side in millimetres. */
const SENSOR_MM = 36;

/** Makes the matrices of a camera from its placement. */
export function makeCamera(placement: CameraPlacement): Camera {
  const { location, pitchDeg, yawDeg, focalLengthMm, width, height } = placement;
  const longer = Math.max(width, height);
  const focalLengthPx = (focalLengthMm / SENSOR_MM) * longer;
  const k: Mat3 = [
    [focalLengthPx, 0, width / 2],
    [0, focalLengthPx, height / 2],
    [0, 0, 1],
  ];
  // At pitch 0 the camera looks straight down (-Z) with the top of the image towards +Y.
  const toWorld = toMatrix(fromEulerDegrees([pitchDeg, 0, yawDeg]));
  const [right, up, back] = transpose(toWorld);
  const r: Mat3 = [right, [-up[0], -up[1], -up[2]], [-back[0], -back[1], -back[2]]];
  const t = transform(r, location);
  const kr = multiply(k, r);
  const kt = transform(k, t);
  return {
    ...placement,
    focalLengthPx,
    sensorWidthMm: (SENSOR_MM * width) / longer,
    sensorHeightMm: (SENSOR_MM * height) / longer,
    k,
    rt: [
      [...r[0], -t[0]],
      [...r[1], -t[1]],
      [...r[2], -t[2]],
    ],
    p: [
      [...kr[0], -kt[0]],
      [...kr[1], -kt[1]],
      [...kr[2], -kt[2]],
    ],
  };
}

/** A point as a camera sees it. */
export interface Projected {
  /** Pixels from the left edge. */
  x: number;
  /** Pixels from the top edge. */
  y: number;
  /** Metres along the line of sight; negative is behind the camera. */
  depth: number;
}

/** Whether a point is before the camera and the whole pixel that is nearest to it lies in the image. */
export function isInFrame({ x, y, depth }: Projected, { width, height }: Camera): boolean {
  return depth > 0 && x >= -0.5 && x < width - 0.5 && y >= -0.5 && y < height - 0.5;
}

/** Projects a point of the world onto the image: `P · X`, divided by its depth. */
export function project({ p }: Camera, [x, y, z]: Vec3): Projected {
  const [top, middle, bottom] = p;
  const u = top[0] * x + top[1] * y + top[2] * z + top[3];
  const v = middle[0] * x + middle[1] * y + middle[2] * z + middle[3];
  const depth = bottom[0] * x + bottom[1] * y + bottom[2] * z + bottom[3];
  return { x: u / depth, y: v / depth, depth };
}
