import { describe, expect, it } from "vitest";
import { openDataset } from "../../../src/dataset/open-dataset.ts";
import { constant } from "../../../src/design/distributions/constant.ts";
import { integers } from "../../../src/design/distributions/integers.ts";
import { uniform } from "../../../src/design/distributions/uniform.ts";
import { batches } from "../../../src/design/operators/batches.ts";
import { morris } from "../../../src/design/sensitivity/morris.ts";
import { saltelli } from "../../../src/design/sensitivity/saltelli.ts";
import { sensitivity } from "../../../src/stats/sensitivity/sensitivity.ts";
import { plainRows } from "../../util/plain-rows.ts";
import { connect, serve } from "../../util/serve.ts";
import { temporaryFolder } from "../../util/temporary-folder.ts";

const COLUMNS = {
  exercise: constant("BICEP_CURL-DUMBBELL"),
  num_reps: integers(1, 4),
  rel_baseline_speed: uniform(1, 3),
  wrist_offset_deg: uniform(-90, 90),
};

describe("sensitivity() of jobs that were run", () => {
  it("explains the number of frames, and reports the blocks that failed jobs cost", async () => {
    const session = await connect(serve({ seed: 3, failures: 0.04 }), "sensefit-v0.2.0");
    const design = saltelli(COLUMNS, 16, { seed: 5 });
    const folder = await temporaryFolder();
    const batch = await session.submit(design);
    await batch.download(folder);
    const { jobs } = await openDataset(folder);

    const result = sensitivity(jobs, { outcome: "num_frames", design, seed: 1 });
    const rows = jobs.objects() as { design_row: number; status: string }[];
    const failed = rows.filter(({ status }) => status !== "completed").map(({ design_row }) => design_row);
    expect(failed.length).toBeGreaterThan(0);
    expect(result.missingRows).toEqual(failed.sort((a, b) => a - b));
    expect(result.droppedBlocks).toEqual([...new Set(failed.map((row) => Math.floor(row / 5)))]);
    expect(result.usedBlocks).toBe(16 - result.droppedBlocks.length);
    expect(result).toMatchObject({ kind: "sobol", blocks: 16, rows: 80, usedRows: 5 * result.usedBlocks });

    const [reps, speed, wrist] = plainRows(result.indices);
    expect(reps).toMatchObject({ parameter: "num_reps" });
    expect(reps?.st).toBeGreaterThan(0.3);
    expect(speed?.st).toBeGreaterThan(0.1);
    // Turning the watch changes no number of frames.
    expect(wrist).toMatchObject({
      parameter: "wrist_offset_deg",
      s1: expect.closeTo(0, 12),
      st: 0,
      st_conf: 0,
    });

    // The failed jobs run again, and the study is whole.
    const again = await connect(serve({ seed: 4 }), "sensefit-v0.2.0");
    const retry = await again.submit(
      result.missingRows.map((row) => ({
        ...(design.object(row) as Record<string, never>),
        design_row: row,
      })),
    );
    const second = await temporaryFolder();
    await retry.download(second);
    const retried = (await openDataset(second)).jobs;
    const whole = sensitivity(jobs.concat(retried), { outcome: "num_frames", design, seed: 1 });
    expect(whole).toMatchObject({ usedBlocks: 16, usedRows: 80, droppedBlocks: [], missingRows: [] });
  });

  it("joins batches of one design, each by the rows of its part", async () => {
    const session = await connect(serve({ seed: 1 }), "sensefit-v0.2.0");
    const design = morris(COLUMNS, 6, { seed: 5 });
    const parts = batches(design, 10);
    const jobs = [];
    for (const part of parts) {
      const folder = await temporaryFolder();
      await (await session.submit(part)).download(folder);
      jobs.push((await openDataset(folder)).jobs);
    }
    const result = sensitivity(jobs, { outcome: "num_frames", design: parts, seed: 1 });
    expect(result).toMatchObject({ kind: "morris", blocks: 6, usedBlocks: 6, rows: 24 });
    const [reps, speed, wrist] = plainRows(result.indices);
    expect(reps?.mu).toBeGreaterThan(0);
    expect(speed?.mu).toBeLessThan(0);
    expect(wrist).toMatchObject({ mu: 0, mu_star: 0, sigma: 0 });
  });
});
