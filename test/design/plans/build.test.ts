import { table } from "arquero";
import { describe, expect, it } from "vitest";
import { choice } from "../../../src/design/distributions/choice.ts";
import { grid } from "../../../src/design/operators/grid.ts";
import { build } from "../../../src/design/plans/build.ts";
import { countRows } from "../../../src/design/plans/count-rows.ts";
import type { Plan } from "../../../src/design/plans/plan.ts";
import { planOf } from "../../../src/design/plans/provenance.ts";
import { sample } from "../../../src/design/sample.ts";
import { DESIGNS } from "./designs.ts";

const HUGE: Plan = {
  op: "cross",
  inputs: [
    { op: "grid", values: { a: range(1000), b: range(1000) } },
    { op: "grid", values: { c: range(1000), d: range(1000) }, vary: "fastest" },
  ],
};

function range(n: number): number[] {
  return Array.from({ length: n }, (_, i) => i);
}

describe("build()", () => {
  it("takes a plan written as JSON", () => {
    const plan = JSON.parse(`{
      "op": "cross",
      "inputs": [
        { "op": "sample", "columns": { "scene": { "kind": "choice", "args": [["GYM", "BEDROOM"]] } }, "n": 2, "seed": 1,
          "method": { "kind": "sobol" } },
        { "op": "table", "columns": [{ "name": "reps", "values": [1, 2, 3] }] }
      ]
    }`);
    expect(build(plan).objects()).toEqual([
      { scene: "GYM", reps: 1 },
      { scene: "GYM", reps: 2 },
      { scene: "GYM", reps: 3 },
      { scene: "BEDROOM", reps: 1 },
      { scene: "BEDROOM", reps: 2 },
      { scene: "BEDROOM", reps: 3 },
    ]);
    expect(countRows(plan)).toBe(6);
  });

  it("takes tables, distributions and functions as well", () => {
    const inner: Plan = {
      op: "sample",
      columns: { s: choice(["a", "b"]) },
      n: 3,
      seed: 1,
      where: (row) => row.s === "a",
    };
    expect(build({ op: "zip", inputs: [inner, table({ x: [7] })] }).objects()).toEqual(
      ["a", "a", "a"].map((s) => ({ s, x: 7 })),
    );
  });

  it.each(Object.entries(DESIGNS))("makes what the operators make: %s", (_, design) => {
    const made = design();
    const plan = planOf(made) ?? { op: "concat", inputs: [made] };
    const again = build(plan);
    expect(again.columnNames()).toEqual(made.columnNames());
    expect(again.objects()).toEqual(made.objects());
    expect(countRows(plan)).toBe(made.numRows());
  });

  it("takes rows of a grid that is never built", () => {
    const taken = build({ op: "take", n: 3, seed: 5, inputs: [HUGE] });
    expect(taken.numRows()).toBe(3);
    expect(countRows(HUGE)).toBe(1e12);
    expect(build({ op: "take", n: 3, seed: 5, inputs: [HUGE] }).objects()).toEqual(taken.objects());
  });

  it.each<[unknown, string]>([
    [null, "A plan must be an object"],
    [{ op: "samples" }, 'no operator "samples" (did you mean "sample"?)'],
    [{ op: "constructor" }, 'no operator "constructor"'],
    [{ op: "sample", columns: {}, n: 1 }, 'A plan of "sample" needs "seed"'],
    [{ op: "grid", value: {}, values: {} }, 'no argument "value" (did you mean "values"?)'],
    [{ op: "zip" }, 'A plan of "zip" needs 1 or more inputs'],
    [{ op: "sweepFrom", inputs: [grid({ x: [1] })] }, "needs 2 inputs: [...], got 1"],
    [
      { op: "sample", columns: { x: { kind: "unifrom", args: [0, 1] } }, n: 1, seed: 1 },
      'no distribution "unifrom" (did you mean "uniform"?)',
    ],
    [
      {
        op: "sample",
        columns: { x: { kind: "constant", args: [1] } },
        n: 1,
        seed: 1,
        method: { kind: "sobl" },
      },
      'no sampling method "sobl" (did you mean "sobol"?)',
    ],
    [{ op: "table", sha256: "00" }, "needs a table that is not in it"],
    [{ op: "table" }, 'needs "columns", a list, or "sha256"'],
    [
      {
        op: "table",
        columns: [
          { name: "x", values: [1, 2] },
          { name: "y", values: [1] },
        ],
      },
      "has 1 values",
    ],
    [
      {
        op: "table",
        columns: [
          { name: "x", values: [1] },
          { name: "x", values: [1] },
        ],
      },
      'two columns "x"',
    ],
    [
      { op: "table", columns: [{ name: "x", type: "float64", values: ["a"] }] },
      'has "a" in row 0, not float64',
    ],
    [{ op: "table", columns: [{ name: "x", type: "banana", values: ["a"] }] }, 'unknown type "banana"'],
    [{ op: "grid", values: { x: 3 } }, 'The values of "x" must be a list, got 3'],
    [{ op: "sample", columns: { x: "uniform" }, n: 1, seed: 1 }, 'must be { kind, args }, got "uniform"'],
    [{ op: "sample", columns: { x: { kind: "uniform" } }, n: 1, seed: 1 }, 'kind "uniform" needs "args"'],
    [{ op: "sample", columns: { x: { kind: "derive" } }, n: 1, seed: 1 }, 'needs "compute", an expression'],
    [{ op: "sample", columns: {}, n: 1, seed: 1 }, "sample needs at least one column"],
    [
      { op: "sample", columns: { x: { kind: "constant", args: [1] } }, n: 1, seed: 1, method: "sobol" },
      'The method of a plan must be { kind, args }, got "sobol"',
    ],
    [{ op: "batches", size: 2, index: 9, inputs: [grid({ x: [1] })] }, "no batch 9"],
  ])("refuses %j", (plan, message) => {
    expect(() => build(plan as Plan)).toThrow(message);
  });
});

describe("planOf()", () => {
  it("knows nothing of tables that Arquero made from ours", () => {
    const made = sample({ s: choice(["a", "b"]) }, 3, { seed: 1 });
    expect(planOf(made)).toMatchObject({ op: "sample", n: 3, seed: 1 });
    expect(planOf(made.filter("d => d.s === 'a'"))).toBeUndefined();
  });
});
