import { table } from "arquero";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { discrepancy } from "../../../src/design/diagnostics/discrepancy.ts";
import { choice } from "../../../src/design/distributions/choice.ts";
import { integers } from "../../../src/design/distributions/integers.ts";
import { normal } from "../../../src/design/distributions/normal.ts";
import { uniform } from "../../../src/design/distributions/uniform.ts";
import { shuffle } from "../../../src/design/operators/shuffle.ts";
import { zip } from "../../../src/design/operators/zip.ts";
import { randomOrder } from "../../../src/design/random/random-order.ts";
import { sample } from "../../../src/design/sample.ts";
import { morris } from "../../../src/design/sensitivity/morris.ts";
import { saltelli } from "../../../src/design/sensitivity/saltelli.ts";
import { spreadRows } from "../../../src/stats/planning/spread-rows.ts";
import { subsetForBudget } from "../../../src/stats/planning/subset-for-budget.ts";
import { unitRanks } from "../../../src/stats/planning/unit-ranks.ts";
import { takeRows } from "../../../src/tables/take-rows.ts";
import { plainRows } from "../../util/plain-rows.ts";

const COLUMNS = {
  height: uniform(0.5, 2),
  offset: normal(0, 1),
  scene: choice(["GYM", "BEDROOM", "KITCHEN"], { weights: [3, 1, 1] }),
};

function designOf(n: number, seed: number) {
  return zip(sample(COLUMNS, n, { seed }), sample({ cost: integers(20, 200) }, n, { seed }));
}

function pointsOf(design: ReturnType<typeof designOf>): Float64Array[] {
  return Object.keys(COLUMNS).map((name) => unitRanks(design, name) as Float64Array);
}

function discrepancyOf(points: readonly Float64Array[], rows: readonly number[]): number {
  return discrepancy(points.map((column) => Float64Array.from(rows, (row) => column[row] as number)));
}

/** The greedy choice, by the discrepancy of every candidate from the start. */
function obviousRows(points: readonly Float64Array[], costs: Float64Array, budget: number): number[] {
  const chosen: number[] = [];
  for (let left = budget; ; ) {
    let best = -1;
    let least = Number.POSITIVE_INFINITY;
    costs.forEach((cost, row) => {
      if (chosen.includes(row) || cost > left) return;
      const value = discrepancyOf(points, [...chosen, row]);
      if (value < least - 1e-12) [best, least] = [row, value];
    });
    if (best < 0) return chosen;
    chosen.push(best);
    left -= costs[best] as number;
  }
}

describe("spreadRows()", () => {
  it("chooses what a greedy search by the discrepancy itself chooses", () => {
    for (let seed = 0; seed < 12; seed++) {
      const dimensions = 1 + (seed % 4);
      const columns = Array.from({ length: dimensions }, (_, i) => [`x${i}`, uniform(0, 1)]);
      const design = sample(Object.fromEntries(columns), 24, { seed });
      const points = design.columnNames().map((name) => design.array(name) as Float64Array);
      const costs = Float64Array.from({ length: 24 }, (_, row) => 1 + ((row * 7) % 5));
      expect(spreadRows(points, { costs, budget: 40 })).toEqual(obviousRows(points, costs, 40));
    }
  });

  it("never exceeds the budget, and stops only when it can pay for no other row", () => {
    const costs = fc.array(fc.nat(50), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(costs, fc.nat(300), (list, budget) => {
        const points = [Float64Array.from(list, (_, row) => (row + 0.5) / list.length)];
        const rows = spreadRows(points, { costs: Float64Array.from(list), budget });
        const spent = rows.reduce((total, row) => total + (list[row] as number), 0);
        expect(spent).toBeLessThanOrEqual(budget);
        expect(new Set(rows).size).toBe(rows.length);
        list.forEach((cost, row) => void expect(rows.includes(row) || cost > budget - spent).toBe(true));
      }),
      { numRuns: 100, seed: 1 },
    );
  });

  it("takes the first rows where all are alike", () => {
    expect(spreadRows([], { costs: Float64Array.of(2, 9, 2, 2), budget: 5 })).toEqual([0, 2]);
  });
});

describe("unitRanks()", () => {
  it("places equal values together, in the middle, and missing ones first", () => {
    const design = table({ x: [30, 10, 10, null, 20], s: ["b", "a", "a", "a", "a"], same: [1, 1, 1, 1, 1] });
    expect(unitRanks(design, "x")).toEqual(Float64Array.of(0.9, 0.4, 0.4, 0.1, 0.7));
    expect(unitRanks(design, "s")).toEqual(Float64Array.of(0.9, 0.4, 0.4, 0.4, 0.4));
    expect(unitRanks(design, "same")).toBeNull();
    expect(unitRanks(table({ x: [null, null] }), "x")).toBeNull();
  });
});

describe("subsetForBudget()", () => {
  it("is spread better than random subsets of the same size", () => {
    for (const seed of [1, 2, 3]) {
      const design = designOf(200, seed);
      const { rows, discrepancy: own } = subsetForBudget(design, { estimates: "cost", maxFrames: 4000 });
      const points = pointsOf(design);
      expect(own).toBeCloseTo(discrepancyOf(points, rows), 12);
      const random = Array.from({ length: 41 }, (_, i) => {
        return discrepancyOf(points, [...randomOrder(200, { count: rows.length, seed: i })]);
      }).sort((a, b) => a - b);
      expect(own).toBeLessThan(random[0] as number);
    }
  });

  it("returns jobs of the design in its order, within the budget", () => {
    const design = designOf(60, 4);
    const result = subsetForBudget(design, { estimates: "cost", maxFrames: 1500 });
    expect(result.rows).toEqual([...result.rows].sort((a, b) => a - b));
    expect(plainRows(result.design)).toEqual(plainRows(takeRows(design, result.rows)));
    const costs = result.design.array("cost") as number[];
    expect(result.frames).toBe([...costs].reduce((a, b) => a + b, 0));
    expect(result.frames).toBeLessThanOrEqual(1500);
    expect(result.frames).toBeGreaterThan(1500 - 200);
  });

  it("gives the same jobs again, and to estimates given as a list", () => {
    const [design, estimates] = [designOf(60, 4).select("height", "scene"), designOf(60, 4).array("cost")];
    const of = () => subsetForBudget(design, { estimates: estimates as number[], maxFrames: 900 }).rows;
    expect(of()).toEqual(of());
    const named = designOf(60, 4).select("height", "scene", "cost");
    expect(subsetForBudget(named, { estimates: "cost", maxFrames: 900 }).rows).toEqual(of());
  });

  it("takes the whole design where the budget pays for it", () => {
    const design = designOf(30, 1);
    const { rows, frames } = subsetForBudget(design, { estimates: "cost", maxFrames: 1e9 });
    expect(rows).toHaveLength(30);
    expect(frames).toBeLessThan(6000);
  });

  it("keeps to the columns that are named, and leaves keys and lists alone", () => {
    const design = designOf(40, 2);
    const options = { estimates: "cost", maxFrames: 1200 };
    const by = (columns?: string[]) => subsetForBudget(design, { ...options, columns }).rows;
    expect(by(["height"])).not.toEqual(by(["offset"]));
    expect(by()).toEqual(by(Object.keys(COLUMNS)));
    const more = design.assign(
      table({
        job_id: Array.from({ length: 40 }, (_, i) => `j${i}`),
        design_row: Array.from({ length: 40 }, (_, i) => 39 - i),
        list: Array.from({ length: 40 }, (_, i) => [i]),
        same: new Array(40).fill("x"),
      }),
    );
    expect(subsetForBudget(more, options).rows).toEqual(by());
    const alike = subsetForBudget(design, { ...options, columns: [] });
    expect(alike.rows.slice(0, 3)).toEqual([0, 1, 2]);
    expect(alike.discrepancy).toBeNull();
  });

  it("counts a column once, however often it is named", () => {
    const design = table({ a: [1, 2, 3, 4], b: ["x", "y", "y", "x"] });
    const of = (columns: string[]) => {
      return subsetForBudget(design, { estimates: [1, 1, 1, 1], maxFrames: 2, columns }).discrepancy;
    };
    expect(of(["a", "b", "a"])).toBe(of(["a", "b"]));
  });

  it("chooses among the rows that a table shows", () => {
    const design = designOf(60, 3).filter("d => d.scene === 'GYM'");
    const result = subsetForBudget(design, { estimates: "cost", maxFrames: 900 });
    expect(new Set(result.design.array("scene"))).toEqual(new Set(["GYM"]));
  });

  it("refuses what it cannot use", () => {
    const design = designOf(10, 1);
    const of = (options: object) => () => subsetForBudget(design, options as never);
    expect(of({ estimates: new Array(10).fill(50), maxFrames: 49 })).toThrow(
      new RangeError("maxFrames of 49 pays for no job: the cheapest costs 50 frames"),
    );
    expect(of({ estimates: "cost", maxFrames: -1 })).toThrow("maxFrames must be");
    expect(of({ estimates: "cost" })).toThrow(
      "maxFrames must be a number of frames, 0 or more, got undefined",
    );
    expect(of({ estimates: [1], maxFrames: 9 })).toThrow("an estimate for each job");
    expect(of({ estimates: "cost", maxFrames: 900, columns: ["hight"] })).toThrow('did you mean "height"');
    expect(of({ estimates: "cost", maxFrames: 900, seed: 1 })).toThrow('There is no option "seed"');
    expect(() => subsetForBudget(table({ a: [] }), { estimates: [], maxFrames: 9 })).toThrow("has no jobs");
    for (const blocks of [
      saltelli(COLUMNS, 4, { seed: 1 }),
      morris({ height: uniform(0, 1) }, 4, { seed: 1 }),
    ]) {
      const estimates = new Array(blocks.numRows()).fill(1);
      const subset = () => subsetForBudget(shuffle(blocks, { seed: 1 }), { estimates, maxFrames: 5 });
      expect(subset).toThrow("rows of a saltelli() or morris() design need each other");
    }
  });
});
