import { describe, expect, it } from "vitest";
import { derive } from "../../../src/design/conditions/derive.ts";
import { choice } from "../../../src/design/distributions/choice.ts";
import { constant } from "../../../src/design/distributions/constant.ts";
import { integers } from "../../../src/design/distributions/integers.ts";
import { logUniform } from "../../../src/design/distributions/log-uniform.ts";
import { normal } from "../../../src/design/distributions/normal.ts";
import { truncatedNormal } from "../../../src/design/distributions/truncated-normal.ts";
import { uniform } from "../../../src/design/distributions/uniform.ts";
import { weibull } from "../../../src/design/distributions/weibull.ts";
import { morris } from "../../../src/design/sensitivity/morris.ts";

const CUBE = { x: uniform(0, 1), y: uniform(0, 1), z: uniform(0, 1) };

function trajectories(design: ReturnType<typeof morris>, size: number): number[][][] {
  const rows = design.objects().map((row) => Object.values(row) as number[]);
  return Array.from({ length: rows.length / size }, (_, i) => rows.slice(i * size, (i + 1) * size));
}

describe("morris()", () => {
  it.each([2, 4, 6, 10])("walks on a grid of %d levels, one parameter at a time", (levels) => {
    const design = morris(CUBE, 200, { seed: 5, levels });
    expect(design.numRows()).toBe(200 * 4);
    const delta = levels / (2 * (levels - 1));
    const seen = new Set<string>();
    const [ups, orders] = [[0, 0, 0], new Set<string>()];
    for (const rows of trajectories(design, 4)) {
      const order: number[] = [];
      for (let step = 0; step < 3; step++) {
        const [from, to] = [rows[step] as number[], rows[step + 1] as number[]];
        const changes = from.map((value, i) => (to[i] as number) - value);
        const moved = changes.flatMap((change, i) => (change === 0 ? [] : [i]));
        expect(moved).toHaveLength(1);
        const parameter = moved[0] as number;
        order.push(parameter);
        expect(Math.abs(changes[parameter] as number)).toBeCloseTo(delta, 12);
        if ((changes[parameter] as number) > 0) ups[parameter] = (ups[parameter] as number) + 1;
      }
      expect([...order].sort()).toEqual([0, 1, 2]);
      orders.add(order.join(""));
      for (const value of rows.flat()) {
        seen.add((value * (levels - 1)).toFixed(9));
      }
    }
    expect(seen).toEqual(new Set(Array.from({ length: levels }, (_, level) => level.toFixed(9))));
    expect(orders.size).toBe(6);
    // Up as often as down: 4 standard deviations of a binomial count of 200.
    for (const count of ups) expect(Math.abs(count - 100)).toBeLessThan(4 * Math.sqrt(50));
  });

  it("reaches both ends of distributions, and no value outside of them", () => {
    const columns = {
      height: uniform(0.1, 2.75),
      reps: integers(1, 4),
      power: logUniform(0.001, 10),
      steps: uniform(0, 1, { step: 0.25 }),
      size: truncatedNormal(5, 3, { min: 1, max: 8 }),
      view: choice(["front", "left", "right", "top"]),
    };
    const rows = morris(columns, 60, { seed: 1 }).objects() as Record<keyof typeof columns, never>[];
    const of = (name: keyof typeof columns) => [...new Set(rows.map((row) => row[name]))].sort();
    expect(of("height")[0]).toBe(0.1);
    expect(of("height")[3]).toBe(2.75);
    expect(of("reps")).toEqual([1, 2, 3, 4]);
    expect(of("view")).toEqual(["front", "left", "right", "top"]);
    expect(of("steps")).toEqual([0, 0.25, 0.75, 1]);
    expect(of("size")[0]).toBe(1);
    expect(of("size")[3]).toBeCloseTo(8, 12);
    for (const value of of("power")) {
      expect(value).toBeGreaterThanOrEqual(0.001);
      expect(value).toBeLessThanOrEqual(10);
    }
  });

  it("keeps the type of a column whose values happen to be whole", () => {
    const design = morris({ x: uniform(0, 3), y: integers(0, 3) }, 4, { seed: 1 });
    expect(design.column("x")).toBeInstanceOf(Float64Array);
    expect(design.column("y")).toBeInstanceOf(Int32Array);
  });

  it("begins with the trajectories of a smaller design", () => {
    const [small, large] = [3, 10].map((r) => morris(CUBE, r, { seed: "m" }));
    expect(large?.slice(0, 12).objects()).toEqual(small?.objects());
    expect(morris(CUBE, 3, { seed: "n" }).objects()).not.toEqual(small?.objects());
  });

  it("gives a parameter the same values beside other parameters", () => {
    const starts = (columns: object, size: number) =>
      trajectories(morris(columns as typeof CUBE, 20, { seed: 8 }), size).map((rows) => rows[0]?.[0]);
    expect(starts({ x: uniform(0, 1), other: uniform(0, 1) }, 3)).toEqual(starts(CUBE, 4));
  });

  it("spends no jobs on constant and derived columns", () => {
    const design = morris(
      { x: uniform(0, 1), s: constant("GYM"), twice: derive((row) => 2 * Number(row.x)) },
      5,
      { seed: 1 },
    );
    expect(design.numRows()).toBe(10);
    expect(
      design.objects().every((row) => {
        const { x, s, twice } = row as { x: number; s: string; twice: number };
        return s === "GYM" && twice === 2 * x;
      }),
    ).toBe(true);
  });

  it.each([
    ["normal", normal(0, 1)],
    ["weibull", weibull(1, 2)],
    ["truncatedNormal", truncatedNormal(0, 1, { min: 0 })],
    ["own", { kind: "own", args: [], quantile: (u: number) => 1 / u }],
  ])("refuses a distribution without bounds: %s", (kind, distribution) => {
    expect(() => morris({ x: uniform(0, 1), y: distribution }, 4, { seed: 1 })).toThrow(
      new RangeError(
        `morris() needs bounds, and column "y" is ${kind} without: use truncatedNormal() with min and max, or uniform()`,
      ),
    );
  });

  it("refuses what it cannot use", () => {
    expect(() => morris(CUBE, 4, {} as never)).toThrow(/A seed .* is needed/);
    for (const levels of [3, 0, 1, 2.5, -4]) {
      expect(() => morris(CUBE, 4, { seed: 1, levels })).toThrow(`levels must be an even number`);
    }
    expect(() => morris(CUBE, -1, { seed: 1 })).toThrow(RangeError);
    expect(() => morris(CUBE, 4, { seed: 1, level: 4 } as never)).toThrow('did you mean "levels"');
    expect(() => morris({ x: constant(1) }, 4, { seed: 1 })).toThrow("all of its columns are constant");
    expect(() => morris({ x: "GYM" as never }, 4, { seed: 1 })).toThrow('Column "x" must be a distribution');
  });
});
