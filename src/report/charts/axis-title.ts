import { cellText } from "./cell-text.ts";

/** A name with its unit, as an axis says it: `camera_height (m)`. */
export function axisTitle(name: string, unit?: string): string {
  return unit === undefined || unit === "" ? cellText(name) : `${name} (${unit})`;
}
