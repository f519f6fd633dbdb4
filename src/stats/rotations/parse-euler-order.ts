/** An order of Euler angles, taken apart. */
export interface ParsedOrder {
  /** The axes, 0 to 2 for x to z, in the order of the angles. */
  axes: readonly [number, number, number];
  /** Whether the axes turn with the body. */
  isIntrinsic: boolean;
}

/**
 * Takes the name of an order of Euler angles apart.
 *
 * @throws {RangeError} When there is no such order.
 */
export function parseEulerOrder(order: string): ParsedOrder {
  const text = String(order);
  const isOneCase = /^([XYZ]{3}|[xyz]{3})$/.test(text);
  const axes = Array.from(text.toLowerCase(), (axis) => "xyz".indexOf(axis)) as [number, number, number];
  if (!isOneCase || axes[0] === axes[1] || axes[1] === axes[2]) {
    throw new RangeError(
      `There is no order of Euler angles "${text}", expected three axes of which no two neighbours are the same: "ZYX" about axes that turn with the body, "xyz" about axes that stay`,
    );
  }
  return { axes, isIntrinsic: text === text.toUpperCase() };
}
