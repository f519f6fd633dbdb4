import { randomStream } from "../random-stream.ts";
import type { SamplingMethod } from "./sampling-method.ts";

/**
 * Independent points. A value depends on the seed, the name of its column and its row alone: more rows or other
 * columns do not change it.
 */
export function random(): SamplingMethod {
  return {
    kind: "random",
    args: {},
    points: ({ columns, n, seed }) => {
      return columns.map(({ name }) => {
        const stream = randomStream(seed, name);
        return Float64Array.from({ length: n }, (_, row) => stream(row));
      });
    },
  };
}
