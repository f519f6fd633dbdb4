import seedrandom from "seedrandom";

/** A stream of draws from a uniform distribution: 0 is possible, 1 is not. */
export type Random = () => number;

/** Makes the stream of draws that belongs to the given key parts; equal parts give equal streams. */
export function makeRandom(...key: readonly (string | number)[]): Random {
  // JSON keeps ["a", "bc"] and ["ab", "c"] apart, which plain joining would not.
  return seedrandom(JSON.stringify(key));
}
