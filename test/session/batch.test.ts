import { describe, expect, it } from "vitest";
import { Batch } from "../../src/session/batch.ts";
import { BatchTimeoutError } from "../../src/session/waiting/batch-timeout-error.ts";
import { failFirstJob } from "../util/rewrite-jobs.ts";
import { connect, type Intercept, serve } from "../util/serve.ts";

const SHORT = { num_reps: 1, frame_rate: 6, image_width: 128, image_height: 128 };

async function submitted(jobs: number, intercept?: Intercept) {
  const served = serve({}, intercept);
  const session = await connect(served);
  return { served, session, batch: await session.submit(Array.from({ length: jobs }, () => SHORT)) };
}

describe("Batch", () => {
  it("comes back from the API as it was submitted", async () => {
    const { served, session, batch } = await submitted(2);
    for (const again of [
      await session.batchFromApi(batch.batchId),
      await Batch.fromApi({ ...served, batchId: batch.batchId }),
    ]) {
      expect(again.jobIds).toEqual(batch.jobIds);
      expect(again.jobParams).toEqual(batch.jobParams);
      expect(again.table.objects()).toEqual(batch.table.objects());
      expect(again.jobType).toBe("standard");
    }
  });

  it("sets state to each job's own id for a rerun, and leaves its own parameters alone", async () => {
    const { batch } = await submitted(2);
    expect(batch.getJobParamsSeededForRerun().map(({ state }) => state)).toEqual(batch.jobIds);
    expect(batch.jobParams.map(({ state }) => state)).toEqual([null, null]);
    const spills = await (await connect(serve(), "spills-v0.1.0")).submit([{}], { isPreview: true });
    expect(spills.getJobParamsSeededForRerun()).toEqual(spills.jobParams);
  });

  it("gives the state of one job by id", async () => {
    const { batch } = await submitted(1);
    const id = batch.jobIds[0] as string;
    expect(await batch.getJobSummaryData(id)).toMatchObject({ id, in_progress: false });
    await expect(batch.getJobSummaryData("x")).rejects.toThrow(RangeError);
  });
});

describe("awaitCompletion()", () => {
  it("reports progress until all jobs are done, in the order of submission", async () => {
    let now = 0;
    const served = serve({ jobDurationMs: 1000, parallelJobs: 1, now: () => now });
    const session = await connect(served);
    const batch = await session.submit([SHORT, SHORT, SHORT]);
    expect(await batch.getNumJobsRemaining()).toBe(3);
    expect(await batch.getCompletedJobs()).toEqual([]);
    const remaining: number[] = [];
    const jobs = await batch.awaitCompletion({
      pollIntervalMs: 0,
      onProgress: ({ numJobsRemaining }) => {
        remaining.push(numJobsRemaining);
        now += 1000;
      },
    });
    expect(remaining).toEqual([3, 2, 1, 0]);
    expect(jobs.map(({ jobId }) => jobId)).toEqual(batch.jobIds);
    expect(jobs[0]).toMatchObject({ generator: "visionfit-v0.3.1", params: batch.jobParams[0] });
  });

  it("leaves out jobs that ended without a result", async () => {
    const { batch } = await submitted(2, failFirstJob());
    expect((await batch.awaitCompletion()).map(({ jobId }) => jobId)).toEqual([batch.jobIds[1]]);
    expect((await batch.getCompletedJobs()).map(({ resultUrl }) => resultUrl === null)).toEqual([
      true,
      false,
    ]);
  });

  it("ends with an error after the time allowed, and at once when aborted", async () => {
    const served = serve({ jobDurationMs: 1e9 });
    const batch = await (await connect(served)).submit([SHORT]);
    const error = await batch.awaitCompletion({ pollIntervalMs: 5, timeoutMs: 20 }).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(BatchTimeoutError);
    expect((error as BatchTimeoutError).numJobsRemaining).toBe(1);
    const controller = new AbortController();
    const waiting = batch.awaitCompletion({
      signal: controller.signal,
      onProgress: () => controller.abort("enough"),
    });
    await expect(waiting).rejects.toBe("enough");
    for (const pollIntervalMs of [-1, Number.NaN, 2 ** 31]) {
      await expect(batch.awaitCompletion({ pollIntervalMs })).rejects.toThrow(RangeError);
    }
    await expect(batch.awaitCompletion({ pollIntervalMs: 1e6, timeoutMs: 20 })).rejects.toThrow(
      BatchTimeoutError,
    );
  });
});
