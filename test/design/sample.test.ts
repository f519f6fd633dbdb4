import { describe, expect, it } from "vitest";
import { choice } from "../../src/design/distributions/choice.ts";
import { integers } from "../../src/design/distributions/integers.ts";
import { normal } from "../../src/design/distributions/normal.ts";
import { uniform } from "../../src/design/distributions/uniform.ts";
import { sample } from "../../src/design/sample.ts";

const COLUMNS = {
  height: uniform(0, 3),
  reps: integers(1, 10),
  scene: choice(["A", "B"]),
  weight: normal(0, 1),
};

describe("sample()", () => {
  it("gives the same table for the same seed, and another for another", () => {
    const rows = (seed: number) => sample(COLUMNS, 20, { seed }).objects();
    expect(rows(7)).toEqual(rows(7));
    expect(rows(7)).not.toEqual(rows(8));
  });

  it("keeps the first rows of a longer sample", () => {
    expect(sample(COLUMNS, 50, { seed: 1 }).objects().slice(0, 9)).toEqual(
      sample(COLUMNS, 9, { seed: 1 }).objects(),
    );
  });

  it("does not let columns touch each other", () => {
    const { height, scene } = COLUMNS;
    const some = sample({ scene, height }, 30, { seed: 1 });
    const all = sample(COLUMNS, 30, { seed: 1 });
    expect(some.array("height")).toEqual(all.array("height"));
    expect(some.array("scene")).toEqual(all.array("scene"));
    expect(some.columnNames()).toEqual(["scene", "height"]);
  });

  it("stores numbers in typed arrays", () => {
    const table = sample(COLUMNS, 5, { seed: 1 });
    expect(table.column("height")).toBeInstanceOf(Float64Array);
    expect(table.column("reps")).toBeInstanceOf(Int32Array);
  });

  it("has the mean and the spread of its distributions", () => {
    const table = sample(COLUMNS, 40_000, { seed: "moments" });
    const mean = (name: string) => (table.array(name) as number[]).reduce((a, b) => a + b, 0) / 40_000;
    expect(mean("height")).toBeCloseTo(1.5, 1);
    expect(Math.abs(mean("reps") - 5.5)).toBeLessThan(0.05);
    expect(Math.abs(mean("weight"))).toBeLessThan(0.02);
  });

  it("wants a seed and a whole number of rows", () => {
    expect(() => sample(COLUMNS, 3, {} as never)).toThrow("A seed (a string or a number) is needed");
    expect(() => sample(COLUMNS, 2.5, { seed: 1 })).toThrow("n must be a whole number, 0 or more, got 2.5");
    expect(sample(COLUMNS, 0, { seed: 1 }).numRows()).toBe(0);
  });
});
