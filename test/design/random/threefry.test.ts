import { describe, expect, it } from "vitest";
import { type Key, threefry } from "../../../src/design/random/threefry.ts";

function points(key: Key, row: number, { draw = 0, count = 1 } = {}): number[] {
  const result = new Float64Array(count);
  threefry(key, result, row, draw);
  return Array.from(result);
}

/** The number of two published words: the upper 27 bits of the first, then the upper 26 of the second. */
function unit(high: bigint, low: bigint): number {
  return Number(((high >> 5n) << 26n) | (low >> 6n)) / 2 ** 53;
}

describe("threefry()", () => {
  it("gives the known answers of Threefry-2x32 with 13 rounds", () => {
    expect(points([0, 0], 0)).toEqual([unit(0x9d1c5ec6n, 0x8bd50731n)]);
    expect(points([0x13198a2e, 0x03707344], 0x243f6a88, { draw: 0x85a308d3 })).toEqual([
      unit(0xba3e4725n, 0xf27d669en),
    ]);
  });

  it("does many rows as it does each, beyond 32 bits too", () => {
    const first = 2 ** 32 - 2;
    expect(points([1, 2], first, { draw: 3, count: 4 })).toEqual(
      [0, 1, 2, 3].map((i) => points([1, 2], first + i, { draw: 3 })[0]),
    );
  });
});
