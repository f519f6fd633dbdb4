import { table } from "arquero";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { uniform } from "../../../src/design/distributions/uniform.ts";
import { concat } from "../../../src/design/operators/concat.ts";
import { repeat } from "../../../src/design/operators/repeat.ts";
import { zip } from "../../../src/design/operators/zip.ts";
import { sample } from "../../../src/design/sample.ts";
import { randomDesign } from "../random-design.ts";

describe("repeat()", () => {
  const scenes = table({ scene: ["GYM", "BEDROOM"] });

  it("repeats the whole table, with the number of the replicate where it is wanted", () => {
    expect(repeat(scenes, 2).array("scene")).toEqual(["GYM", "BEDROOM", "GYM", "BEDROOM"]);
    expect(repeat(scenes, 2, { column: "replicate" }).objects()).toEqual([
      { scene: "GYM", replicate: 0 },
      { scene: "BEDROOM", replicate: 0 },
      { scene: "GYM", replicate: 1 },
      { scene: "BEDROOM", replicate: 1 },
    ]);
  });

  it("puts the replicates of a row together where the replicate varies fastest", () => {
    expect(repeat(scenes, 2, { column: "r", vary: "fastest" }).objects()).toEqual([
      { scene: "GYM", r: 0 },
      { scene: "GYM", r: 1 },
      { scene: "BEDROOM", r: 0 },
      { scene: "BEDROOM", r: 1 },
    ]);
  });

  it("repeats draws, or stands beside fresh ones", () => {
    const draws = (n: number) => sample({ height: uniform(0, 1) }, n, { seed: 1 });
    const common = repeat(zip(scenes, draws(2)), 3).array("height") as number[];
    expect(new Set(common).size).toBe(2);
    const fresh = zip(repeat(scenes, 3), draws(6)).array("height") as number[];
    expect(new Set(fresh).size).toBe(6);
    expect(fresh.slice(0, 2)).toEqual(common.slice(0, 2));
  });

  it("refuses odd numbers, orders and names", () => {
    expect(repeat(scenes, 0, { column: "r" }).numRows()).toBe(0);
    expect(() => repeat(scenes, 1.5)).toThrow("times must be a whole number, 0 or more, got 1.5");
    expect(() => repeat(scenes, 2, { vary: "no" as never })).toThrow(RangeError);
    expect(() => repeat(scenes, 2, { column: "scene" })).toThrow(
      'Cannot repeat tables that both have a column "scene"',
    );
  });

  it("is the table below itself", () => {
    fc.assert(
      fc.property(randomDesign(""), fc.integer({ min: 1, max: 4 }), (source, times) => {
        const copies = Array.from({ length: times }, () => source);
        expect(repeat(source, times).objects()).toEqual(concat(...copies).objects());
      }),
    );
  });
});
