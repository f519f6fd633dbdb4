import { desc, table } from "arquero";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { JobParams } from "../../src/api/wire-types.ts";
import { jobsToTable } from "../../src/params/jobs-to-table.ts";
import { tableToJobs } from "../../src/params/table-to-jobs.ts";
import { columnTypeOf } from "../../src/tables/column-type-of.ts";
import { TOY_SPACE } from "../util/generators.ts";

describe("jobsToTable()", () => {
  it("makes a row per job, with null where a job does not say", () => {
    const jobs = jobsToTable([{ num_reps: 3 }, { scene: "GYM", num_reps: null }]);
    expect(jobs.objects()).toEqual([
      { num_reps: 3, scene: null },
      { num_reps: null, scene: "GYM" },
    ]);
  });

  it("orders and types columns by the space, whatever the values look like", () => {
    const jobs = jobsToTable(
      [{ camera_distance: 3, num_reps: 2, scene: "GYM", add_socks: true, state: "a" }],
      {
        space: TOY_SPACE,
      },
    );
    expect(jobs.columnNames()).toEqual(["scene", "num_reps", "camera_distance", "add_socks", "state"]);
    const types = jobs.columnNames().map((name) => columnTypeOf(jobs.column(name)!, name));
    expect(types).toEqual(["string", "int32", "float64", "bool", "string"]);
  });

  it("keeps values of a wrong type and unknown parameters for validation to see", () => {
    const jobs = jobsToTable([{ num_reps: "3", typo: 1 }, { num_reps: 2.5 }], { space: TOY_SPACE });
    expect(jobs.objects()).toEqual([
      { num_reps: "3", typo: 1 },
      { num_reps: 2.5, typo: null },
    ]);
  });

  it("keeps jobs that specify nothing", () => {
    const jobs = jobsToTable([{}, {}], { space: TOY_SPACE });
    expect(jobs.numRows()).toBe(2);
    expect(tableToJobs(jobs)).toEqual([{}, {}]);
    expect(() => jobsToTable([{}])).toThrow(RangeError);
  });

  it("makes an empty table of no jobs", () => {
    expect(jobsToTable([]).numRows()).toBe(0);
  });

  it("does not change its input", () => {
    const jobs = Object.freeze([Object.freeze({ num_reps: 1, scene: null })]);
    expect(jobsToTable(jobs).numRows()).toBe(1);
  });
});

describe("tableToJobs()", () => {
  it("leaves missing values and key columns out", () => {
    const jobs = table({ job_id: ["x", "y"], design_row: [0, 1], a: [1, null], b: [undefined, "s"] });
    expect(tableToJobs(jobs)).toEqual([{ a: 1 }, { b: "s" }]);
  });

  it("follows the table's filter and order", () => {
    const jobs = table({ a: [1, 2, 3, 4] })
      .filter((d: { a: number }) => d.a > 1)
      .orderby(desc("a"));
    expect(tableToJobs(jobs)).toEqual([{ a: 4 }, { a: 3 }, { a: 2 }]);
  });

  it("sends 64-bit integers as numbers while they are exact", () => {
    expect(tableToJobs(table({ a: [2n ** 40n] }))).toEqual([{ a: 2 ** 40 }]);
    expect(() => tableToJobs(table({ a: [2n ** 60n] }))).toThrow(RangeError);
  });

  it("returns every record that jobsToTable() took, without its nulls", () => {
    const value = fc.oneof(
      fc.string(),
      fc.boolean(),
      fc.integer(),
      fc.double({ noNaN: true }),
      fc.constant(null),
    );
    const names = [
      "scene",
      "num_reps",
      "camera_distance",
      "add_socks",
      "state",
      "é",
      "a b",
      "constructor",
      "__proto__x",
    ];
    const job = fc.dictionary(fc.constantFrom(...names), value, { noNullPrototype: true });
    fc.assert(
      fc.property(fc.array(job), (jobs) => {
        const table = jobsToTable(jobs as JobParams[], { space: TOY_SPACE });
        const expected = jobs.map((j) => Object.fromEntries(Object.entries(j).filter(([, v]) => v !== null)));
        expect(JSON.stringify(tableToJobs(table).map(sorted))).toBe(JSON.stringify(expected.map(sorted)));
      }),
    );
  });
});

function sorted(job: object): [string, unknown][] {
  return Object.entries(job).sort(([a], [b]) => (a < b ? -1 : 1));
}
