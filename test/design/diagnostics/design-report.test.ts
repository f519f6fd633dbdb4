import { table } from "arquero";
import { describe, expect, it } from "vitest";
import { designReport } from "../../../src/design/diagnostics/design-report.ts";
import { discrepancy } from "../../../src/design/diagnostics/discrepancy.ts";
import { choice } from "../../../src/design/distributions/choice.ts";
import { uniform } from "../../../src/design/distributions/uniform.ts";
import { sobol } from "../../../src/design/methods/sobol.ts";
import { sample } from "../../../src/design/sample.ts";
import { TOY_SPACE } from "../../util/generators.ts";

describe("designReport()", () => {
  it("says that it needs a generator's parameters", () => {
    const call = designReport as unknown as (jobs: object[]) => void;
    expect(() => call([{ num_reps: 1 }])).toThrow("needs a generator's parameters as its second argument");
  });

  const jobs = table({
    scene: ["GYM", "GYM", "GYM", "BEDROOM"],
    num_reps: [1, 1, 4, 20],
    frame_rate: [6, 6, 12, null],
    camera_distance: [1, 1, 2, 3.125],
    note: ["a", "a", "b", "c"],
  });

  it("says what each column reaches", () => {
    expect(designReport(jobs, TOY_SPACE).columns.objects()).toEqual([
      {
        column: "scene",
        type: "str",
        levels: 2,
        missing: 0,
        balance: 1 / 3,
        min: null,
        max: null,
        share_of_range: 1,
      },
      {
        column: "num_reps",
        type: "int",
        levels: 3,
        missing: 0,
        balance: 0,
        min: 1,
        max: 20,
        share_of_range: 1,
      },
      {
        column: "frame_rate",
        type: "int",
        levels: 2,
        missing: 1,
        balance: 0,
        min: 6,
        max: 12,
        share_of_range: 2 / 3,
      },
      {
        column: "camera_distance",
        type: "float",
        levels: 3,
        missing: 0,
        balance: null,
        min: 1,
        max: 3.125,
        share_of_range: 0.5,
      },
      {
        column: "note",
        type: null,
        levels: 3,
        missing: 0,
        balance: null,
        min: null,
        max: null,
        share_of_range: null,
      },
    ]);
  });

  it("counts duplicates, and measures how the varying parameters fill their space", () => {
    const { design } = designReport(jobs.select("scene", "num_reps", "camera_distance"), TOY_SPACE);
    const [given, sent] = design.objects() as Record<string, number | string>[];
    expect(given).toMatchObject({ stage: "given", rows: 4, duplicates: 1, min_distance: 0 });
    expect(sent).toEqual({ ...given, stage: "sent" });
    const points = [
      Float64Array.of(0.25, 0.25, 0.25, 0.75),
      Float64Array.of(0.025, 0.025, 0.175, 0.975),
      Float64Array.of(0, 0, 1 / 4.25, 0.5),
    ];
    expect(given!.centred_discrepancy).toBeCloseTo(discrepancy(points), 14);
    expect(given!.wraparound_discrepancy).toBeCloseTo(discrepancy(points, { method: "WD" }), 14);
    expect(given!.mixture_discrepancy).toBeCloseTo(discrepancy(points, { method: "MD" }), 14);
    expect(given!.max_abs_correlation).toBeGreaterThan(0.9);
  });

  it("shows what rounding to whole numbers does", () => {
    const { design } = designReport(
      table({ num_reps: [1.2, 1.4, 7.5], scene: ["GYM", "GYM", "GYM"] }),
      TOY_SPACE,
    );
    expect(design.array("duplicates")).toEqual([0, 1]);
    const [given, sent] = design.array("min_distance") as number[];
    expect(given).toBeCloseTo(0.2 / 20, 12);
    expect(sent).toBe(0);
  });

  it("tells an even design from a random one", () => {
    const columns = { camera_distance: uniform(1, 5.25), scene: choice(["GYM", "BEDROOM"]) };
    const even = designReport(sample(columns, 64, { seed: 1, method: sobol() }), TOY_SPACE);
    const random = designReport(sample(columns, 64, { seed: 1 }), TOY_SPACE);
    const cd = (report: typeof even) => (report.design.array("centred_discrepancy") as number[])[0]!;
    expect(cd(even)).toBeLessThan(cd(random));
    expect((even.columns.array("balance") as number[])[1]).toBe(1);
  });

  it("takes large designs", () => {
    const large = sample({ camera_distance: uniform(1, 5.25) }, 300_000, { seed: 1 });
    const [column] = designReport(large, TOY_SPACE).columns.objects() as Record<string, number>[];
    expect(column!.levels).toBe(300_000);
    expect(column!.share_of_range).toBeGreaterThan(0.999);
  });

  it("leaves out what cannot be computed, or would take too long", () => {
    const single = designReport([{ num_reps: 1 }], TOY_SPACE).design.objects()[0];
    expect(single).toMatchObject({ rows: 1, duplicates: 0, centred_discrepancy: null, min_distance: null });
    const [large] = designReport(jobs, TOY_SPACE, { maxRows: 2 }).design.objects() as Record<
      string,
      unknown
    >[];
    expect(large).toMatchObject({
      centred_discrepancy: null,
      min_distance: null,
      max_abs_correlation: expect.any(Number),
    });
  });
});
