/** A name with its unit, as an axis says it: `camera_height (m)`. */
export function axisTitle(name: string, unit?: string): string {
  return unit === undefined || unit === "" ? name : `${name} (${unit})`;
}
