import { describe, expect, test } from "vitest";
import { connect, serve } from "../../util/serve.ts";
import { temporaryFolder } from "../../util/temporary-folder.ts";
import { job, makeServer } from "../client.ts";

const SPILL = { video_duration: 1, frame_rate: 6 };
const spills = (count: number) => Array.from({ length: count }, () => job("spills-v0.1.0", SPILL));

describe("jobs that fail", () => {
  test("are a share of all, the same for the same seed, and finish without a result", async () => {
    const failed = async (seed: number): Promise<number[]> => {
      const { submit, get, clock } = makeServer({ seed, failures: 0.2 });
      const { body } = await submit(...spills(1000));
      clock.ms += 1e6;
      const { job_runs } = (await get(`/api/batch/${body.id}/summary/`)).body;
      expect(job_runs.every((run: { in_progress: boolean }) => !run.in_progress)).toBe(true);
      return job_runs.flatMap((run: { result_url: string | null }, i: number) =>
        run.result_url === null ? [i] : [],
      );
    };
    const first = await failed(1);
    expect(first.length).toBeGreaterThan(200 - 4 * Math.sqrt(160));
    expect(first.length).toBeLessThan(200 + 4 * Math.sqrt(160));
    expect(await failed(1)).toEqual(first);
    expect(await failed(2)).not.toEqual(first);
  });

  test("cost nothing", async () => {
    const { submit, clock } = makeServer({ failures: 1, quota: 6 });
    expect((await submit(...spills(1))).status).toBe(201);
    expect((await submit(...spills(1))).status).toBe(400);
    clock.ms += 1e6;
    expect((await submit(...spills(1))).status).toBe(201);
  });

  test("have no archive, and can be run again", async () => {
    const { submit, emulator, clock } = makeServer({ failures: 1 });
    const { body } = await submit(job("visionfit-v0.3.1", {}, true));
    const [{ id }] = body.job_runs;
    clock.ms += 1e6;
    const reply = await emulator.fetch(new Request(`http://emulator.test/results/${id}.zip?signature=x`));
    expect(reply.status).toBe(403);
    expect((await submit(job("visionfit-v0.3.1", { state: id }, true))).status).toBe(201);
  });

  test("are counted as failed by a client, and are not downloaded", async () => {
    const session = await connect(serve({ failures: 0.5, seed: 4 }), "spills-v0.1.0");
    const batch = await session.submit(Array.from({ length: 8 }, () => SPILL));
    const { failed, downloaded } = await batch.download(await temporaryFolder());
    expect(failed.length + downloaded.length).toBe(8);
    expect(failed.length).toBeGreaterThan(0);
    expect(await batch.getValidCompletedJobs()).toHaveLength(downloaded.length);
    expect(await batch.getCompletedJobs()).toHaveLength(8);
  });
});

describe("the speed of the clock", () => {
  test.each([
    [1, 1000],
    [10, 100],
    [0.5, 2000],
  ])("%d makes a job of a second take %d ms", async (speed, ms) => {
    const { submit, get, clock } = makeServer({ jobDurationMs: 1000, parallelJobs: 1, speed });
    const { body } = await submit(...spills(2));
    const done = async () =>
      (await get(`/api/batch/${body.id}/summary/`)).body.job_runs.filter(
        (run: { in_progress: boolean }) => !run.in_progress,
      ).length;
    clock.ms += ms - 1;
    expect(await done()).toBe(0);
    clock.ms += 1;
    expect(await done()).toBe(1);
    clock.ms += ms;
    expect(await done()).toBe(2);
  });
});

describe("estimates", () => {
  test.each([
    ["visionfit-v0.3.1", {}],
    ["visionfit-flagship-v0.1.0", { add_pauses: true, inter_rep_delay_avg: 1, inter_rep_delay_var: 2 }],
  ])("of jobs of %s with randomness are right on average, not each", async (name, more) => {
    const params = { num_reps: 10, max_rel_speed_change: 1, frame_rate: 6, ...more };
    const many = 400;
    const quota = 200_000;
    const { post, submit, clock } = makeServer({ quota, seed: 9 });
    const runs = Array.from({ length: many }, () => job(name, params));
    const estimates: number[] = (await post("/api/batch/estimate/", { name: "", job_runs: runs })).body;
    const estimated = estimates.reduce((sum, estimate) => sum + estimate, 0);
    await submit(...runs);
    clock.ms += 1e6;
    const long = job("visionfit-v0.3.1", { num_reps: 20, frame_rate: 30 });
    const { body } = await submit(...Array.from({ length: 400 }, () => long));
    const remaining = Number(/and (\d+) remain/.exec(body.detail)?.[1]);
    const actual = quota - remaining;
    expect(actual).not.toBe(estimated);
    expect(Math.abs(actual / estimated - 1)).toBeLessThan(0.02);
  });
});

test("options that cannot be are refused", () => {
  for (const options of [{ speed: 0 }, { speed: Number.NaN }, { failures: 1.5 }, { failures: Number.NaN }]) {
    expect(() => makeServer(options)).toThrow(RangeError);
  }
});
