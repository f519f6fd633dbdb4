import { table } from "arquero";
import { describe, expect, it } from "vitest";
import { choice } from "../../../src/design/distributions/choice.ts";
import { integers } from "../../../src/design/distributions/integers.ts";
import { sample } from "../../../src/design/sample.ts";
import { costByGroup } from "../../../src/stats/planning/cost-by-group.ts";
import { plainRows } from "../../util/plain-rows.ts";
import { connect, serve } from "../../util/serve.ts";

const DESIGN = () =>
  table({
    scene: ["GYM", "BEDROOM", "GYM", null, "GYM"],
    reps: Int32Array.of(1, 1, 2, 2, 1),
    cost: [10, 70, 20, 5, 15],
  });

describe("costByGroup()", () => {
  it("adds up the frames of each group, the most expensive first", () => {
    expect(plainRows(costByGroup(DESIGN(), { estimates: [10, 70, 20, 5, 15], by: "scene" }))).toEqual([
      { scene: "BEDROOM", jobs: 1, frames: 70, frames_per_job: 70, share: 70 / 120 },
      { scene: "GYM", jobs: 3, frames: 45, frames_per_job: 15, share: 45 / 120 },
      { scene: null, jobs: 1, frames: 5, frames_per_job: 5, share: 5 / 120 },
    ]);
  });

  it("groups by several columns, which keep their types, and takes a column of estimates", () => {
    const costs = costByGroup(DESIGN(), { estimates: "cost", by: ["reps", "scene"] });
    expect(costs.columnNames()).toEqual(["reps", "scene", "jobs", "frames", "frames_per_job", "share"]);
    expect(costs.column("reps")).toEqual(Int32Array.of(1, 1, 2, 2));
    expect(costs.array("scene")).toEqual(["BEDROOM", "GYM", "GYM", null]);
    expect(costs.column("frames")).toEqual(Float64Array.of(70, 25, 20, 5));
  });

  it("counts the rows that a table shows", () => {
    const shown = DESIGN().filter("d => d.reps === 1").orderby("cost");
    expect(plainRows(costByGroup(shown, { estimates: "cost", by: "scene" }))).toEqual([
      { scene: "BEDROOM", jobs: 1, frames: 70, frames_per_job: 70, share: 70 / 95 },
      { scene: "GYM", jobs: 2, frames: 25, frames_per_job: 12.5, share: 25 / 95 },
    ]);
  });

  it("has no shares of no frames, and no groups of no jobs", () => {
    const free = costByGroup(table({ a: [1] }), { estimates: [0], by: "a" });
    expect(plainRows(free)).toEqual([{ a: 1, jobs: 1, frames: 0, frames_per_job: 0, share: null }]);
    expect(costByGroup(table({ a: [] }), { estimates: [], by: "a" }).numRows()).toBe(0);
  });

  it("takes what a session estimates", async () => {
    const session = await connect(serve(), "sensefit-v0.2.0");
    const design = sample({ num_reps: integers(1, 3), watch_location: choice(["LEFT", "RIGHT"]) }, 12, {
      seed: 1,
    });
    const estimates = await session.estimateSamples(design);
    const costs = costByGroup(design, { estimates, by: "num_reps" });
    expect(costs.column("num_reps")).toEqual(Int32Array.of(3, 2, 1));
    const total = (costs.array("frames") as number[]).reduce((a, b) => a + b, 0);
    expect(total).toBe(estimates.reduce((a, b) => a + b, 0));
  });

  it("does not overwrite a group column of the name of a result", () => {
    const design = table({ frames: [10, 20], cost: [1, 2] });
    expect(() => costByGroup(design, { estimates: "cost", by: "frames" })).toThrow(
      'Cannot group by "frames": the result has a column of that name',
    );
  });

  it("refuses what it cannot use", () => {
    const of = (options: object) => () => costByGroup(DESIGN(), options as never);
    expect(of({ estimates: [1, 2], by: "scene" })).toThrow("an estimate for each job, got 2 for 5 jobs");
    expect(of({ estimates: [1, 2, -3, 4, 5], by: "scene" })).toThrow("The estimate of job 2 must be");
    expect(of({ estimates: [1, 2, 3, Number.NaN, 5], by: "scene" })).toThrow(
      "job 3 must be a number of frames, 0 or more, got NaN",
    );
    for (const missing of [null, undefined]) {
      expect(of({ estimates: [1, 2, 3, missing, 5], by: "scene" })).toThrow(
        "job 3 must be a number of frames",
      );
    }
    expect(of({ estimates: "cots", by: "scene" })).toThrow('"cots" in the table (did you mean "cost"?)');
    expect(of({ estimates: "scene", by: "scene" })).toThrow("must have numbers");
    expect(of({ by: "scene" })).toThrow("estimates must be the frames of each job");
    expect(of({ estimates: "cost", by: "scenes" })).toThrow('There is no group column "scenes"');
    expect(of({ estimates: "cost", by: [] })).toThrow(TypeError);
    expect(of({ estimates: "cost" })).toThrow(TypeError);
    expect(of({ estimates: "cost", by: ["scene", "scene"] })).toThrow('Cannot group by "scene" twice');
    expect(of({ estimates: "cost", by: "scene", group: "x" })).toThrow('There is no option "group"');
  });
});
