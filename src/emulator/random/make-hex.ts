import type { Random } from "./make-random.ts";

/** Draws so many hexadecimal digits. */
export function makeHex(random: Random, digits: number): string {
  let hex = "";
  while (hex.length < digits)
    hex += Math.floor(random() * 16 ** 8)
      .toString(16)
      .padStart(8, "0");
  return hex.slice(0, digits);
}
