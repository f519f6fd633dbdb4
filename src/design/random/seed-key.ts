import seedrandom from "seedrandom";
import type { Key } from "./threefry.ts";

/** A seed: a string or a finite number; 42 and "42" are the same seed. */
export type Seed = string | number;

/**
 * Checks a seed.
 *
 * @returns The seed as text.
 * @throws {TypeError} When it is left out: there is no global seed.
 * @throws {RangeError} When it is not finite.
 */
export function checkSeed(seed: Seed): string {
  if (typeof seed === "string") return seed;
  if (typeof seed !== "number") throw new TypeError("A seed (a string or a number) is needed: { seed: 42 }");
  if (!Number.isFinite(seed)) throw new RangeError(`The seed must be finite, got ${seed}`);
  return String(seed);
}

function escapeNonAscii(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** The key of a column's random numbers: two draws of `seedrandom`'s default generator, seeded by (seed, column). */
export function seedKey(seed: Seed, column: string): Key {
  const random = seedrandom(escapeNonAscii(JSON.stringify([checkSeed(seed), column])));
  return [random.int32(), random.int32()];
}
