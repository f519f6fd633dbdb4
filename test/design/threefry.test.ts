import { describe, expect, it } from "vitest";
import { threefry } from "../../src/design/threefry.ts";

describe("threefry()", () => {
  it("gives the known answers of Threefry-2x32 with 13 rounds", () => {
    expect(threefry([0, 0], 0, 0)).toEqual([0x9d1c5ec6, 0x8bd50731]);
    expect(threefry([0x13198a2e, 0x03707344], 0x243f6a88, 0x85a308d3)).toEqual([0xba3e4725, 0xf27d669e]);
  });
});
