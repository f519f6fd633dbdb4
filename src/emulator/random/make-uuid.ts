import { makeHex } from "./make-hex.ts";
import { makeRandom } from "./make-random.ts";

/** Makes the version 4 UUID that belongs to the given key parts. */
export function makeUuid(...key: readonly (string | number)[]): string {
  const hex = makeHex(makeRandom("uuid", ...key), 32);
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 3) | 8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20),
  ].join("-");
}
