import { randomStream } from "../random/random-stream.ts";
import type { Seed } from "../random/seed-key.ts";

/** What decides the points of a Morris design. */
export interface MorrisPointsOptions {
  trajectories: number;
  levels: number;
  seed: Seed;
}

/**
 * The points of a Morris design on a grid of the unit cube, from 0 to 1: trajectories of one row more than there are
 * parameters, in which each step moves one parameter by `levels / (2 (levels - 1))` up or down. Starts, directions and
 * the order of the steps are random; a parameter's own do not depend on the others or on how many trajectories there are.
 *
 * @param names The parameters.
 * @returns A column per parameter.
 */
export function morrisPoints(
  names: readonly string[],
  { trajectories, levels, seed }: MorrisPointsOptions,
): Float64Array[] {
  const size = names.length + 1;
  const columns = names.map(() => new Float64Array(trajectories * size));
  const walks = names.map((name) => ({
    start: randomStream(seed, `morris/start/${name}`),
    direction: randomStream(seed, `morris/direction/${name}`),
    order: randomStream(seed, `morris/order/${name}`),
  }));
  for (let trajectory = 0; trajectory < trajectories; trajectory++) {
    const keys = walks.map(({ order }) => order(trajectory));
    const order = keys.map((_, i) => i).sort((a, b) => (keys[a] as number) - (keys[b] as number));
    order.forEach((parameter, step) => {
      const { start, direction } = walks[parameter] as (typeof walks)[number];
      const low = Math.floor((start(trajectory) * levels) / 2);
      const ends = [low / (levels - 1), (low + levels / 2) / (levels - 1)] as const;
      const [from, to] = direction(trajectory) < 0.5 ? ends : [ends[1], ends[0]];
      const first = trajectory * size;
      const column = columns[parameter] as Float64Array;
      column.fill(from, first, first + step + 1).fill(to, first + step + 1, first + size);
    });
  }
  return columns;
}
