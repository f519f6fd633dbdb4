import { table } from "arquero";
import { describe, expect, it } from "vitest";
import { grid } from "../../../src/design/operators/grid.ts";
import { sweepFrom } from "../../../src/design/operators/sweep-from.ts";

describe("sweepFrom()", () => {
  const bases = table({ job_id: ["a", "b"], design_row: [0, 1], num_reps: [1, 2], state: [null, "old"] });

  it("lays every override over every base and sets state to the base", () => {
    const jobs = sweepFrom(bases, grid({ angle: [-90, null], num_reps: [9] }));
    expect(jobs.objects()).toEqual([
      { num_reps: 9, angle: -90, state: "a" },
      { num_reps: 9, angle: null, state: "a" },
      { num_reps: 9, state: "b", angle: -90 },
      { num_reps: 9, state: "b", angle: null },
    ]);
  });

  it("keeps the base's value where an override is missing", () => {
    const jobs = sweepFrom(bases, [{}, { num_reps: 5 }]);
    expect(jobs.array("num_reps")).toEqual([1, 5, 2, 5]);
    expect(jobs.array("state")).toEqual(["a", "a", "b", "b"]);
  });

  it("wants to know the ids of the bases", () => {
    expect(() => sweepFrom(table({ x: [1] }), [{ x: 2 }])).toThrow('The base jobs need a column "job_id"');
  });
});
