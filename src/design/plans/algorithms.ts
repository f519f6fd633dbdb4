/**
 * What gives seeds their meaning, with the version of each: a change that makes other values of the same seed raises
 * one, and recipes made before are refused instead of rebuilt wrongly.
 */
export const ALGORITHMS: Readonly<Record<string, string>> = {
  stream: "threefry-2x32-13 keyed by seedrandom-3, 1",
  distributions: "inverse CDF, 1",
  order: "Fisher-Yates, 1",
  sobol: "Joe-Kuo D(6) 32 bits, 1",
  halton: "primes, Owen 2017, 1",
  latinHypercube: "McKay 1979, 1",
  stratified: "largest remainder, 1",
  fill: "redraw by rule, 1",
  saltelli: "A, AB, BA, B, 1",
  morris: "Morris 1991, 1",
};
