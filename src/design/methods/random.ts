import { randomPoints } from "../random/random-points.ts";
import type { SamplingMethod } from "./sampling-method.ts";

/**
 * Independent points. A value depends on the seed, the name of its column and its row alone: more rows or other
 * columns do not change it.
 */
export function random(): SamplingMethod {
  return {
    kind: "random",
    isExtensible: true,
    args: {},
    streams: ({ columns, seed }) => columns.map(({ name }) => randomPoints(seed, name)),
  };
}
