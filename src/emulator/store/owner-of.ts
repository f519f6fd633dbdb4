import { makeHex } from "../random/make-hex.ts";
import { makeRandom } from "../random/make-random.ts";

/** Stands for a token where the token itself must not be written. */
export function ownerOf(token: string): string {
  return makeHex(makeRandom("owner", token), 32);
}
