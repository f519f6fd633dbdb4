/** A colour: red, green and blue, each a whole number of 0 to 255. */
export type Color = readonly [red: number, green: number, blue: number];

/** A colour as label files write it: each part between 0 and 1. */
export function toUnitColor([red, green, blue]: Color): [number, number, number] {
  return [red / 255, green / 255, blue / 255];
}
