import { describe, expect, test } from "vitest";
import { createEmulator } from "../../../src/emulator/index.ts";
import type { SavedBatch } from "../../../src/emulator/store/batch-storage.ts";
import { openFileStore } from "../../../src/emulator/store/file-store.ts";
import { ownerOf } from "../../../src/emulator/store/owner-of.ts";
import { temporaryFolder } from "../../util/temporary-folder.ts";
import { job, makeServer } from "../client.ts";

const SPILL = job("spills-v0.1.0", { video_duration: 1, frame_rate: 6 });

describe("a server that starts again", () => {
  test("has its batches, their state, results and quota", async () => {
    const storage = openFileStore(await temporaryFolder());
    const first = makeServer({ seed: 3, storage, quota: 500 });
    await first.submit(SPILL, SPILL);
    await first.post("/api/jobs/run/", { name: "spills-v0.1.0", param_values: { size: 20, frame_rate: 6 } });
    const lists = ["/api/batch/", "/api/job_runs/", "/api/job_runs/counts/"];
    const seen = await Promise.all(lists.map((path) => first.get(path)));

    const second = makeServer({ seed: 3, storage, quota: 500 });
    expect(await Promise.all(lists.map((path) => second.get(path)))).toEqual(seen);
    for (const { clock } of [first, second]) clock.ms += 1e6;
    const done = seen[1]!.body.map(({ id }: { id: string }) => `/api/job_runs/${id}/`);
    const urls: string[] = [];
    for (const path of done) {
      const [before, after] = [await first.get(path), await second.get(path)];
      expect(after).toEqual(before);
      urls.push(after.body.result_url);
    }
    const archive = async ({ emulator }: typeof first) =>
      (await emulator.fetch(new Request(urls[0] as string))).arrayBuffer();
    expect(await archive(second)).toEqual(await archive(first));
    const more = Array.from({ length: 100 }, () => SPILL);
    expect(await second.submit(...more)).toEqual(await first.submit(...more));
  });

  test("goes on with ids of its own, and takes jobs into an earlier batch", async () => {
    const storage = openFileStore(await temporaryFolder());
    const { body: batch } = await makeServer({ storage }).submit(SPILL);
    const second = makeServer({ storage });
    const joined = await second.post("/api/jobs/run/", {
      name: "spills-v0.1.0",
      param_values: {},
      batch_id: batch.id,
    });
    const other = await second.submit(SPILL);
    const third = await makeServer({ storage }).get(`/api/batch/${batch.id}/`);
    expect(third.body.job_runs.map(({ id }: { id: string }) => id)).toEqual([
      batch.job_runs[0].id,
      joined.body.id,
    ]);
    expect(new Set([batch.id, other.body.id, joined.body.id, other.body.job_runs[0].id]).size).toBe(4);
  });

  test("re-runs a job that an earlier one took", async () => {
    const storage = openFileStore(await temporaryFolder());
    const base = makeServer({ storage, seed: 5 });
    const { body: batch } = await base.submit(job("visionfit-v0.3.1", {}, true));
    const state = batch.job_runs[0].id;
    const rerun = job("visionfit-v0.3.1", { state }, true);
    const [before] = await base.results(rerun);
    const [after] = await makeServer({ storage, seed: 5 }).results(job("visionfit-v0.3.1", { state }, true));
    expect(after!.length).toBe(before!.length);
  });

  test("says which generator it lacks", () => {
    const saved: SavedBatch = {
      id: "11111111-1111-4111-8111-111111111111",
      owner: ownerOf("emulator"),
      name: "",
      createdMs: 1,
      jobs: [
        {
          ...{
            id: "22222222-2222-4222-8222-222222222222",
            generator: "gone-v1",
            isPreview: false,
            params: {},
          },
          ...{ createdMs: 1, finishMs: 1, estimate: 1, randomness: "", failed: false, sequence: 0 },
        },
      ],
    };
    const storage = { load: () => [saved], save: () => {} };
    expect(() => createEmulator({ storage })).toThrow('this server has no generator "gone-v1"');
  });

  test("gives no id a second time where a batch was moved away", async () => {
    const saved = new Map<string, SavedBatch>();
    const storage = {
      load: () => [...saved.values()],
      save: (batch: SavedBatch) => void saved.set(batch.id, batch),
    };
    const first = makeServer({ storage });
    const batches = [];
    for (let i = 0; i < 3; i++) batches.push((await first.submit(SPILL)).body);
    saved.delete(batches[0].id);
    const { body } = await makeServer({ storage }).submit(SPILL);
    const ids = [...batches, body].flatMap(({ id, job_runs }) => [id, job_runs[0].id]);
    expect(new Set(ids).size).toBe(8);
    expect(saved.size).toBe(3);
  });

  test("has nothing of a batch that could not be kept", async () => {
    let full = true;
    const storage = {
      load: () => [],
      save: () => {
        if (full) throw new Error("no space left on device");
      },
    };
    const { submit, get } = makeServer({ storage, quota: 100 });
    const { status, body } = await submit(SPILL);
    expect([status, body.detail]).toEqual([500, "Internal error: no space left on device"]);
    expect((await get("/api/batch/")).body).toEqual([]);
    full = false;
    expect((await submit(SPILL)).status).toBe(201);
    expect((await get("/api/job_runs/")).body).toHaveLength(1);
  });
});
