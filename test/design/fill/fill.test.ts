import { table } from "arquero";
import { describe, expect, it } from "vitest";
import { fill } from "../../../src/design/fill/fill.ts";
import { jobsToTable } from "../../../src/params/jobs-to-table.ts";
import { ParameterSpace } from "../../../src/params/parameter-space.ts";
import { tableToJobs } from "../../../src/params/table-to-jobs.ts";
import { validateJobs } from "../../../src/params/validate-jobs.ts";
import { TOY, TOY_SPACE, TRIMMED } from "../../util/generators.ts";

const empty = (n: number) =>
  jobsToTable(
    Array.from({ length: n }, () => ({})),
    { space: TOY_SPACE },
  );

describe("fill()", () => {
  it("fills in defaults and keeps what is given", () => {
    const jobs = jobsToTable([{ num_reps: 7 }, { scene: "BEDROOM" }], { space: TOY_SPACE });
    expect(fill(TOY_SPACE, jobs, { with: "default" }).objects()).toEqual([
      { ...TOY_SPACE.defaults(), num_reps: 7 },
      { ...TOY_SPACE.defaults(), scene: "BEDROOM" },
    ]);
  });

  it("fills in random values within the limits, and defaults where there are none", () => {
    const jobs = fill(TOY_SPACE, empty(500), { with: "random", seed: 3 });
    expect(validateJobs(TOY_SPACE, jobs).numRows()).toBe(0);
    const distinct = (name: string) => new Set(jobs.array(name) as unknown[]);
    expect(distinct("scene")).toEqual(new Set(["GYM", "BEDROOM"]));
    expect(distinct("frame_rate")).toEqual(new Set([6, 12, 24]));
    expect(distinct("num_reps").size).toBe(20);
    expect(distinct("camera_distance").size).toBe(500);
    expect([distinct("add_socks"), distinct("label"), distinct("state")]).toEqual([
      new Set([false]),
      new Set(["none"]),
      new Set([null]),
    ]);
  });

  it("draws values that do not depend on what else is given", () => {
    const alone = fill(TOY_SPACE, empty(5), { with: "random", seed: 3 });
    const given = jobsToTable([{ num_reps: 1 }, {}, {}, { scene: "GYM" }, {}], { space: TOY_SPACE });
    const beside = fill(TOY_SPACE, given, { with: "random", seed: 3 });
    expect(beside.array("camera_distance")).toEqual(alone.array("camera_distance"));
    expect((beside.array("num_reps") as number[])[2]).toBe((alone.array("num_reps") as number[])[2]);
  });

  it("keeps rules over several parameters, and draws again only where it must", () => {
    const space = new ParameterSpace(TRIMMED);
    const none = new ParameterSpace({ ...TRIMMED, params: TRIMMED.params.slice(0, 1) });
    const jobs = Array.from({ length: 400 }, () => ({}));
    const ruled = fill(space, jobs, { with: "random", seed: 3 });
    expect(validateJobs(space, ruled).numRows()).toBe(0);
    const free = fill(none, jobs, { with: "random", seed: 3 }).array("trim_start_frac") as number[];
    const kept = (ruled.array("trim_start_frac") as number[]).filter((value, row) => value === free[row]);
    expect(kept.length).toBeGreaterThan(150);
    expect(kept.length).toBeLessThan(250);
    const given = fill(space, [{ trim_start_frac: 0.8 }], { with: "random", seed: 3 });
    expect((given.array("trim_end_frac") as number[])[0]).toBeLessThanOrEqual(0.9 - 0.8);
  });

  it("refuses a first row that is not a whole number", () => {
    expect(() => fill(TOY_SPACE, empty(1), { with: "random", seed: 1, firstRow: 1.5 })).toThrow(RangeError);
  });

  it("goes on where firstRow says", () => {
    const all = tableToJobs(fill(TOY_SPACE, empty(5), { with: "random", seed: 3 }));
    const last = tableToJobs(fill(TOY_SPACE, empty(2), { with: "random", seed: 3, firstRow: 3 }));
    expect(last).toEqual(all.slice(3));
  });

  it("wants a seed for random values", () => {
    expect(() => fill(TOY_SPACE, empty(1), { with: "random" } as never)).toThrow(TypeError);
  });

  it("keeps large integers in their range when it draws again", () => {
    const params = ["a", "b"].map(
      (name) => ({ name, type: "int", default_value: 0, options: { min: 0, max: 2 ** 32 - 1 } }) as const,
    );
    const holds = (a: unknown, b: unknown) => Number(a) + Number(b) > 2 ** 32;
    const rules = [{ parameters: ["a", "b"], holds, message: () => "" }];
    const space = new ParameterSpace({ ...TOY, params: [...params] }, { rules });
    for (let seed = 0; seed < 40; seed++) {
      const filled = fill(space, [{ a: null }], { with: "random", seed });
      expect(validateJobs(space, filled).numRows()).toBe(0);
    }
  });

  it("keeps all rules together where they share parameters", () => {
    const params = ["x", "y", "z", "w"].map(
      (name) => ({ name, type: "float", default_value: 0, options: { min: 0, max: 1 } }) as const,
    );
    const rules = [
      ["x", "y"],
      ["z", "w"],
      ["y", "z"],
    ].map((parameters) => ({
      parameters,
      holds: (a: unknown, b: unknown) => Number(a) <= Number(b),
      message: () => "",
    }));
    const space = new ParameterSpace({ ...TOY, params: [...params] }, { rules });
    const filled = fill(space, empty(200), { with: "random", seed: 1 });
    expect(validateJobs(space, filled).numRows()).toBe(0);
    const given = fill(space, [{ y: 0.5 }, { z: 0.25 }, {}], { with: "random", seed: 1 });
    expect(validateJobs(space, given).numRows()).toBe(0);
    expect([given.get("y", 0), given.get("z", 1)]).toEqual([0.5, 0.25]);
  });

  it("gives rules numbers where a table has 64-bit integers", () => {
    const holds = (reps: unknown, rate: unknown) => Number(reps) * (rate as number) + 0.5 < 100;
    const rules = [{ parameters: ["num_reps", "frame_rate"], holds, message: () => "" }];
    const space = new ParameterSpace(TOY, { rules });
    const jobs = table({ num_reps: BigInt64Array.of(2n, 20n) });
    expect(validateJobs(space, jobs).array("row")).toEqual([1]);
    const filled = fill(space, jobs, { with: "random", seed: 1 });
    expect(Number(filled.get("frame_rate", 0))).toBeLessThan(50);
  });

  it("does not change the jobs that it is given, and takes a filtered table as what it shows", () => {
    const all = table({ design_row: Int32Array.of(7, 8, 9), camera_distance: Float64Array.of(2, 3, 4) });
    const before = all.objects();
    const shown = fill(TOY_SPACE, all.filter("d => d.design_row > 7"), { with: "random", seed: 1 });
    expect(all.objects()).toEqual(before);
    expect(shown.column("design_row")).toEqual(Int32Array.of(8, 9));
    expect(shown.array("camera_distance")).toEqual([3, 4]);
  });

  it("refuses to fill with anything else", () => {
    expect(() => fill(TOY_SPACE, empty(1), { with: "Random", seed: 1 } as never)).toThrow(
      'with must be "default" or "random", got "Random"',
    );
  });
});
