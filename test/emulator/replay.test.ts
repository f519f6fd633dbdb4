import { expect, test } from "vitest";
import { job, makeServer } from "./client.ts";

/** What a server answers to a sequence of requests, archives as their bytes. */
async function play(seed: number): Promise<unknown[]> {
  const { submit, get, post, emulator, clock } = makeServer({ seed, failures: 0.2 });
  const replies: unknown[] = [await get("/api/jobs/")];
  const jobs = [
    job("visionfit-v0.3.1", { num_reps: 2, frame_rate: 6, max_rel_speed_change: 0.5 }),
    job("visionfit-v0.3.1", {}, true),
    job("sensefit-v0.2.0"),
    ...Array.from({ length: 4 }, (_, i) =>
      job("spills-v0.1.0", { video_duration: 1, frame_rate: 6, size: 20 + i }),
    ),
  ];
  replies.push(await post("/api/batch/estimate/", { name: "", job_runs: jobs }));
  const { body } = await submit(...jobs);
  replies.push(body, await submit(job("visionfit-v0.3.1", { state: body.job_runs[0].id }, true)));
  clock.ms += 1e6;
  const summary = await get(`/api/batch/${body.id}/summary/`);
  replies.push(summary, await get("/api/job_runs/"));
  for (const { result_url } of summary.body.job_runs) {
    if (result_url === null) continue;
    const response = await emulator.fetch(new Request(result_url));
    replies.push(Buffer.from(await response.arrayBuffer()).toString("base64"));
  }
  return replies;
}

test("the same requests to a fresh server with the same seed give the same bytes, to another not", async () => {
  const first = await play(11);
  expect(first.length).toBeGreaterThan(8);
  expect(await play(11)).toEqual(first);
  expect(await play(12)).not.toEqual(first);
});
