import { aq, compareToDesign, cross, grid, openDataset, sample, uniform } from "infinity-frames";
import { describe, expect, test } from "vitest";
import { connect, serve } from "../../util/serve.ts";
import { temporaryFolder } from "../../util/temporary-folder.ts";

const jobs = aq.table({
  job_id: ["c", "a", "b"],
  status: ["completed", "completed", "failed"],
  design_row: [2, 0, 1],
  num_reps: [3, 14, 2],
  camera_height: [0.5, 0.7000000001, null],
  scene: ["GYM_1", "GYM_2", null],
  param_status: ["x", "y", "z"],
});

describe("compareToDesign()", () => {
  test("finds missing, failed and drifted jobs, and says how they drifted", () => {
    const design = [
      { num_reps: "14", camera_height: 0.7, scene: "GYM_1", status: "y" },
      { num_reps: 5 },
      { camera_height: 1, lighting: true },
      { num_reps: 1 },
    ];
    const { table, drift } = compareToDesign(design as never, jobs, { tolerance: 1e-6 });
    expect(table.select("design_row", "job_id", "status", "drifted").objects()).toEqual([
      { design_row: 0, job_id: "a", status: "completed", drifted: ["scene"] },
      { design_row: 1, job_id: "b", status: "failed", drifted: [] },
      { design_row: 2, job_id: "c", status: "completed", drifted: ["camera_height", "lighting"] },
      { design_row: 3, job_id: null, status: "missing", drifted: [] },
    ]);
    expect(table.array("param_status")).toEqual(["y", null, null, null]);
    expect(table.select("num_reps", "achieved_num_reps", "achieved_status").objects()).toEqual([
      { num_reps: "14", achieved_num_reps: 14, achieved_status: "y" },
      { num_reps: 5, achieved_num_reps: 2, achieved_status: "z" },
      { num_reps: null, achieved_num_reps: 3, achieved_status: "x" },
      { num_reps: 1, achieved_num_reps: null, achieved_status: null },
    ]);
    const row0 = { design_row: 0, job_id: "a" };
    const row2 = { design_row: 2, job_id: "c" };
    expect(drift.objects()).toEqual([
      { ...row2, parameter: "camera_height", requested: "1", achieved: "0.5", difference: -0.5 },
      { ...row0, parameter: "scene", requested: "GYM_1", achieved: "GYM_2", difference: null },
      { ...row2, parameter: "lighting", requested: "true", achieved: null, difference: null },
    ]);
  });

  test("takes no difference for drift that the tolerance allows, and none beyond it", () => {
    const drifted = (camera_height: number, tolerance: number) =>
      compareToDesign([{ camera_height }], jobs.slice(1, 2), { tolerance }).drift.numRows();
    expect([drifted(0.7, 1e-9), drifted(0.7, 1e-10), drifted(0.7, 0), drifted(0.7000000001, 0)]).toEqual([
      0, 1, 1, 0,
    ]);
  });

  test("takes texts of values for these values", () => {
    const jobs = aq.table({
      job_id: ["a", "b"],
      design_row: [0, 1],
      status: ["completed", "completed"],
      on: [true, false],
    });
    const { drift } = compareToDesign([{ on: "true" }, { on: "true" }], jobs);
    expect(drift.objects()).toMatchObject([{ design_row: 1, requested: "true", achieved: "false" }]);
  });

  test("joins by job_id where the design has it, and lists jobs that it does not have", () => {
    const design = aq.table({ job_id: ["b", "gone"], num_reps: [2, 2] });
    const { table } = compareToDesign(design, jobs);
    expect(table.select("design_row", "job_id", "status").objects()).toEqual([
      { design_row: 1, job_id: "b", status: "failed" },
      { design_row: null, job_id: "gone", status: "missing" },
      { design_row: 2, job_id: "c", status: "completed" },
      { design_row: 0, job_id: "a", status: "completed" },
    ]);
  });

  test("refuses what it cannot join", () => {
    const none = jobs.derive({ design_row: () => null });
    expect(() => compareToDesign([{ num_reps: 1 }], none)).toThrow(
      /no design_row.*give the design a column "job_id"/,
    );
    expect(() => compareToDesign([{ num_reps: 1 }], jobs.derive({ design_row: () => 1 }))).toThrow(
      "jobs c and a have design_row 1",
    );
    expect(() => compareToDesign(aq.table({ job_id: ["a", "a"] }), jobs)).toThrow(
      "two of its rows have job_id a",
    );
    expect(() => compareToDesign([], jobs, { tolerance: Number.NaN })).toThrow(RangeError);
  });

  test("finds nothing in a batch of the emulator that came back as it was requested", async () => {
    const session = await connect(serve({ seed: 3, failures: 0.4 }), "spills-v0.1.0");
    const scenes = sample({ aspect_ratio: uniform(1, 3) }, 3, { seed: 1 });
    const study = cross(scenes, grid({ size: [10, 50], frame_rate: [6], video_duration: [1] }));
    const batch = await session.submit(study, { batchName: "sizes" });
    const folder = await temporaryFolder();
    await batch.awaitCompletion({ pollIntervalMs: 1 });
    await batch.download(folder);
    const completed = (await batch.getValidCompletedJobs()).length;
    const dataset = await openDataset(folder);
    for (const design of [study, batch.table]) {
      const { table, drift } = compareToDesign(design, dataset.jobs);
      expect(drift.numRows()).toBe(0);
      expect([...table.array("design_row")]).toEqual([0, 1, 2, 3, 4, 5]);
      const status = [...table.array("status")];
      expect(status.filter((each) => each === "completed").length).toBe(completed);
      expect(status.filter((each) => each === "failed").length).toBe(6 - completed);
      expect(completed).toBeLessThan(6);
    }
  });
});
