import type { Color } from "../../drawing/color.ts";

/** A colour in more light (a factor above 1) or less. */
export function shade([red, green, blue]: Color, brightness: number): Color {
  const lit = (part: number): number => Math.min(255, Math.round(part * brightness));
  return [lit(red), lit(green), lit(blue)];
}
