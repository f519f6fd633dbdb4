import type { ChoiceOptions } from "../distributions/choice.ts";
import type { Distribution } from "../distributions/distribution.ts";
import { randomStream } from "../random/random-stream.ts";
import type { Seed } from "../random/seed-key.ts";
import { streamOf } from "./draw-points.ts";
import { largestRemainder } from "./largest-remainder.ts";
import { latinHypercube } from "./latin-hypercube.ts";
import { randomPermutation } from "./random-permutation.ts";
import type { PointStream, SamplingMethod } from "./sampling-method.ts";

function choiceWeights({ args }: Distribution): readonly number[] {
  const [values, options] = args as readonly [readonly unknown[], ChoiceOptions?];
  return options?.weights ?? values.map(() => 1);
}

/** Numbers that `choice` maps to each of its values as often as the largest remainders say, in random order. */
function choiceColumn(
  n: number,
  weights: readonly number[],
  { seed, name }: { seed: Seed; name: string },
): Float64Array {
  const rows = randomPermutation(n, randomStream(seed, `stratified/rows/${name}`));
  const places = randomStream(seed, `stratified/places/${name}`);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const column = new Float64Array(n);
  let [position, low] = [0, 0];
  largestRemainder(n, weights).forEach((count, value) => {
    const high = low + (weights[value] as number);
    for (let i = 0; i < count; i++, position++) {
      const u = (low + ((high - low) * (i + places(position))) / count) / total;
      const inside = u * total >= low && u * total < high;
      column[rows[position] as number] = inside ? u : (low + high) / 2 / total;
    }
    low = high;
  });
  return column;
}

/**
 * Categories in exact proportion: in a column with the distribution `choice`, each value appears as often as its
 * weight says, rounded by the largest remainder, in random order: `choice(["a", "b"], { weights: [3, 1] })` over 100
 * rows is 75 times "a" and 25 times "b". Other columns are those of {@link latinHypercube}. A column depends on the
 * seed, its name and `n`.
 *
 * @returns A method for `sample`.
 * @example
 * ```ts
 * const columns = { scene: choice(["GYM_1", "BEDROOM_2"], { weights: [3, 1] }) };
 * const jobs = sample(columns, 8, { seed: 42, method: stratified() });
 * jobs.groupby("scene").count().objects(); // [{ scene: "GYM_1", count: 6 }, { scene: "BEDROOM_2", count: 2 }]
 * ```
 */
export function stratified(): SamplingMethod {
  return {
    kind: "stratified",
    isExtensible: false,
    args: {},
    streams: (request) => {
      const { columns, n, seed } = request;
      return columns.map((column) => {
        if (column.distribution.kind === "choice") {
          return streamOf(choiceColumn(n, choiceWeights(column.distribution), { seed, name: column.name }));
        }
        const [stream] = latinHypercube().streams({ ...request, columns: [column] });
        return stream as PointStream;
      });
    },
  };
}
