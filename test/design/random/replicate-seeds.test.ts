import { expect, test } from "vitest";
import { uniform } from "../../../src/design/distributions/uniform.ts";
import { concat } from "../../../src/design/operators/concat.ts";
import { replicateSeeds } from "../../../src/design/random/replicate-seeds.ts";
import { sample } from "../../../src/design/sample.ts";

test("replicateSeeds() gives every replicate random numbers of its own", () => {
  const draws = (times: number): number[] => {
    const replicates = replicateSeeds(7, times).map((seed) => sample({ x: uniform(0, 1) }, 50, { seed }));
    return concat(...replicates).array("x") as number[];
  };
  expect(new Set(draws(4)).size).toBe(200);
  expect(draws(4).slice(0, 100)).toEqual(draws(2));
});

test("replicateSeeds() tells seeds apart as sampling does", () => {
  expect(replicateSeeds(42, 2)).toEqual(['{"seed":"42","replicate":0}', '{"seed":"42","replicate":1}']);
  expect(replicateSeeds(7, 3)).toEqual(replicateSeeds("7", 3));
  expect(replicateSeeds(7, 3)).not.toEqual(replicateSeeds(8, 3));
  expect(new Set([...replicateSeeds(1, 20), ...replicateSeeds(11, 20)]).size).toBe(40);
});

test("replicateSeeds() wants a seed and a whole number", () => {
  expect(() => replicateSeeds(undefined as never, 2)).toThrow(TypeError);
  expect(() => replicateSeeds(1, -1)).toThrow("times must be a whole number, 0 or more, got -1");
});
