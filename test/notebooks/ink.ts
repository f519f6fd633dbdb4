import type { Picture } from "../util/decode-png.ts";

/** What can be seen in a picture, in pixels. */
export interface Ink {
  /** Those whose colour is not the most frequent one. */
  any: number;
  /** Those that are neither white, grey nor black. */
  coloured: number;
}

/** Measures what can be seen in a picture. */
export function inkOf({ data, channels }: Picture): Ink {
  const counts = new Map<number, number>();
  let coloured = 0;
  for (let at = 0; at < data.length; at += channels) {
    const [red = 0, green = 0, blue = 0] = data.subarray(at, at + channels);
    const colour = (red << 16) | (green << 8) | blue;
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
    if (Math.max(red, green, blue) - Math.min(red, green, blue) > 40) coloured += 1;
  }
  return { any: data.length / channels - Math.max(...counts.values()), coloured };
}
