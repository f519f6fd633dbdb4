/** A rotation matrix, row by row: m11, m12, m13, m21 … m33. It turns a column of coordinates that stands on its right. */
export type RotationMatrix = readonly [
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
];

/** A quaternion as `[w, x, y, z]`, the real part first. */
export type Quaternion = readonly [number, number, number, number];

/** Three angles in radians, in the order of an {@link EulerOrder}. */
export type EulerAngles = readonly [number, number, number];

/**
 * The axes of Euler angles, as in SciPy. In upper case each turn is about an axis of the body that turns with it
 * (intrinsic): `ZYX` is yaw, pitch and roll. In lower case the axes stay (extrinsic): `xyz` are the angles of `ZYX` the
 * other way around.
 */
export type EulerOrder = IntrinsicOrder | Lowercase<IntrinsicOrder>;

type IntrinsicOrder =
  | "XYZ"
  | "XZY"
  | "YXZ"
  | "YZX"
  | "ZXY"
  | "ZYX"
  | "XYX"
  | "XZX"
  | "YXY"
  | "YZY"
  | "ZXZ"
  | "ZYZ";
