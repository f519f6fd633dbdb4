import { describe, expect, it } from "vitest";
import { type Key, threefry } from "../../src/design/threefry.ts";

function words(key: Key, row: number, draw: number): string[] {
  const result = new Int32Array(2);
  threefry(key, row, draw, result);
  return Array.from(result, (word) => (word >>> 0).toString(16));
}

describe("threefry()", () => {
  it("gives the known answers of Threefry-2x32 with 13 rounds", () => {
    expect(words([0, 0], 0, 0)).toEqual(["9d1c5ec6", "8bd50731"]);
    expect(words([0x13198a2e, 0x03707344], 0x243f6a88, 0x85a308d3)).toEqual(["ba3e4725", "f27d669e"]);
  });
});
