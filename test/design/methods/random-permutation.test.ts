import { describe, expect, it } from "vitest";
import { randomPermutation } from "../../../src/design/methods/random-permutation.ts";
import { randomStream } from "../../../src/design/random/random-stream.ts";
import { range } from "./uniform-request.ts";

describe("randomPermutation()", () => {
  it("gives each order with the same chance", () => {
    const random = randomStream(1, "x");
    const counts = new Map<string, number>();
    for (const i of range(24_000)) {
      const order = String(randomPermutation(4, random, { first: 4 * i }));
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect(counts.size).toBe(24);
    const chiSquared = [...counts.values()].reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
    expect(chiSquared).toBeLessThan(49.7); // 99.9 % point with 23 degrees of freedom
  });

  it("holds each number once", () => {
    expect(Array.from(randomPermutation(1000, randomStream(2, "x")).toSorted())).toEqual(range(1000));
    expect(randomPermutation(0, randomStream(2, "x"))).toHaveLength(0);
  });
});
