import { describe, expect, it } from "vitest";
import { derive } from "../../../src/design/conditions/derive.ts";
import { choice } from "../../../src/design/distributions/choice.ts";
import { constant } from "../../../src/design/distributions/constant.ts";
import { integers } from "../../../src/design/distributions/integers.ts";
import { uniform } from "../../../src/design/distributions/uniform.ts";
import { sobol } from "../../../src/design/methods/sobol.ts";
import { sample } from "../../../src/design/sample.ts";
import { saltelli } from "../../../src/design/sensitivity/saltelli.ts";
import { takeRows } from "../../../src/tables/take-rows.ts";
import { rowRange } from "../../../src/util/row-range.ts";

const CUBE = { x: uniform(0, 1), y: uniform(0, 1), z: uniform(0, 1) };
const MIXED = {
  scene: constant("GYM"),
  height: uniform(0.5, 2),
  reps: integers(1, 5),
  twice: derive("d => 2 * d.reps"),
  view: choice(["front", "left", "right"]),
};

function points(design: ReturnType<typeof saltelli>): number[][] {
  return design.objects().map((row) => Object.values(row) as number[]);
}

describe("saltelli()", () => {
  it("makes the blocks of SALib", () => {
    const design = saltelli(CUBE, 4, { seed: 0, secondOrder: true, scramble: false });
    // SALib 1.x, sample.sobol at commit 1c37548 on scipy 1.17.1, scramble=False, skip_values=0: the block i = 2.
    expect(points(design).slice(16, 24)).toEqual([
      [0.75, 0.25, 0.25],
      [0.25, 0.25, 0.25],
      [0.75, 0.75, 0.25],
      [0.75, 0.25, 0.75],
      [0.75, 0.75, 0.75],
      [0.25, 0.25, 0.75],
      [0.25, 0.75, 0.25],
      [0.25, 0.75, 0.75],
    ]);
    expect(design.numRows()).toBe(4 * 8);
  });

  it("leaves out the rows of second-order indices unless they are wanted", () => {
    const [all, first] = [true, false].map((secondOrder) => {
      return points(saltelli(CUBE, 8, { seed: 3, secondOrder }));
    }) as [number[][], number[][]];
    const kept = all.filter((_, row) => row % 8 <= 3 || row % 8 === 7);
    expect(first).toEqual(kept);
    expect(first).toHaveLength(8 * 5);
  });

  it("has as A what sample() makes by sobol(), and one column of B after the other in its place", () => {
    const rows = points(saltelli(CUBE, 16, { seed: "s" }));
    const a = points(sample(CUBE, 16, { seed: "s", method: sobol({ scramble: true }) }));
    for (let block = 0; block < 16; block++) {
      const [own, x, y, z, b] = rows.slice(block * 5, block * 5 + 5) as [
        number[],
        number[],
        number[],
        number[],
        number[],
      ];
      expect(own).toEqual(a[block]);
      expect(x).toEqual([b[0], own[1], own[2]]);
      expect(y).toEqual([own[0], b[1], own[2]]);
      expect(z).toEqual([own[0], own[1], b[2]]);
      own.forEach((value, i) => void expect(value).not.toBe(b[i]));
    }
  });

  it("begins with the blocks of a shorter design", () => {
    const [short, long] = [5, 12].map((n) => saltelli(MIXED, n, { seed: 1, secondOrder: true }));
    expect(long?.slice(0, short?.numRows()).objects()).toEqual(short?.objects());
  });

  it("is scrambled by its seed, which changes nothing without", () => {
    const of = (seed: number, scramble?: boolean) => points(saltelli(CUBE, 4, { seed, scramble }));
    expect(of(1)).toEqual(of(1));
    expect(of(1)).not.toEqual(of(2));
    expect(of(1, false)).toEqual(of(2, false));
  });

  it("spends no jobs on constant and derived columns, and computes these", () => {
    const design = saltelli(MIXED, 64, { seed: 9 });
    expect(design.numRows()).toBe(64 * 5);
    expect(design.columnNames()).toEqual(Object.keys(MIXED));
    const rows = design.objects() as { scene: string; reps: number; twice: number; view: string }[];
    expect(rows.every(({ scene, reps, twice }) => scene === "GYM" && twice === 2 * reps)).toBe(true);
    const ofA = rows.filter((_, row) => row % 5 === 0).map(({ reps }) => reps);
    // 64 points of a balanced sequence over 5 values.
    for (const reps of [1, 2, 3, 4, 5]) {
      const count = ofA.filter((value) => value === reps).length;
      expect(Math.abs(count - 64 / 5)).toBeLessThan(2);
    }
    expect(new Set(rows.map(({ view }) => view))).toEqual(new Set(["front", "left", "right"]));
  });

  it("takes 32 parameters and no more", () => {
    const columns = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, i) => [`p${i}`, uniform(0, 1)]));
    const design = saltelli({ ...columns(32), held: constant(1) }, 2, { seed: 1 });
    expect(design.numRows()).toBe(2 * 34);
    const corner = saltelli(columns(32), 2, { seed: 1, scramble: false });
    expect(new Set(points(takeRows(corner, rowRange(34, 34))).flat())).toEqual(new Set([0.5]));
    expect(() => saltelli(columns(33), 2, { seed: 1 })).toThrow(
      new RangeError(
        "saltelli() takes at most 32 parameters, two dimensions of the Sobol sequence for each, got 33: " +
          "find those that matter by morris(), and hold the others by constant()",
      ),
    );
  });

  it("takes any number of base rows, also none", () => {
    expect(saltelli(CUBE, 3, { seed: 1 }).numRows()).toBe(15);
    expect(saltelli(CUBE, 0, { seed: 1 }).numRows()).toBe(0);
    expect(() => saltelli(CUBE, 1.5, { seed: 1 })).toThrow(RangeError);
  });

  it("refuses what it cannot use", () => {
    expect(() => saltelli(CUBE, 4, {} as never)).toThrow(/A seed .* is needed/);
    expect(() => saltelli(CUBE, 4, undefined as never)).toThrow(/A seed .* is needed/);
    expect(() => saltelli(CUBE, 4, { seed: 1, secondorder: true } as never)).toThrow(
      'There is no option "secondorder" (did you mean "secondOrder"?)',
    );
    expect(() => saltelli({ x: constant(1) }, 4, { seed: 1 })).toThrow("all of its columns are constant");
    expect(() => saltelli({ x: 3 as never }, 4, { seed: 1 })).toThrow('Column "x" must be a distribution');
    expect(() => saltelli({ x: null as never }, 4, { seed: 1 })).toThrow('Column "x" must be a distribution');
  });
});
