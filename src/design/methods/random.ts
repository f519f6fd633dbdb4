import { randomPoints } from "../random/random-points.ts";
import type { SamplingMethod } from "./sampling-method.ts";

/**
 * Independent points. A value depends on the seed, the name of its column and its row alone: more rows or other
 * columns do not change it.
 *
 * @example
 * ```ts
 * const columns = { camera_height: uniform(0.1, 2.75) };
 * sample(columns, 3, { seed: 42, method: random() }).array("camera_height"); // [1.3680…, 0.6905…, 1.0092…]
 * ```
 */
export function random(): SamplingMethod {
  return {
    kind: "random",
    isExtensible: true,
    args: {},
    streams: ({ columns, seed }) => columns.map(({ name }) => randomPoints(seed, name)),
  };
}
