import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createEmulator, type EmulatorOptions } from "../../../src/emulator/index.ts";
import { openFileStore } from "../../../src/emulator/store/file-store.ts";
import { temporaryFolder } from "../../util/temporary-folder.ts";
import { job, type Loose } from "../client.ts";

/** A way for each token to ask one server. */
function shared(options: EmulatorOptions = {}) {
  const emulator = createEmulator({
    token: "alice-secret",
    tokens: { "bob-secret": 60 },
    jobDurationMs: 0,
    ...options,
  });
  const as = (token: string) => async (path: string, body?: object) => {
    const headers = { Authorization: `Token ${token}` };
    const init = body === undefined ? { headers } : { method: "POST", headers, body: JSON.stringify(body) };
    const response = await emulator.fetch(new Request(`http://emulator.test${path}`, init));
    return { status: response.status, body: (await response.json()) as Loose };
  };
  return { emulator, alice: as("alice-secret"), bob: as("bob-secret"), stranger: as("carol") };
}

const batch = (...jobs: object[]) => ({ name: "b", job_runs: jobs });
const SPILL = job("spills-v0.1.0", { video_duration: 1, frame_rate: 30 });

describe("tokens", () => {
  test("see nothing of each other", async () => {
    const { alice, bob } = shared();
    const { body } = await alice("/api/batch/", batch(SPILL));
    const [{ id: jobId }] = body.job_runs;
    for (const path of [
      `/api/batch/${body.id}/`,
      `/api/batch/${body.id}/summary/`,
      `/api/batch/summary/${body.id}/`,
      `/api/job_runs/${jobId}/`,
      `/api/job_runs/?batch_id=${body.id}`,
    ]) {
      expect((await alice(path)).status).toBe(200);
      expect((await bob(path)).status).toBe(404);
    }
    for (const path of ["/api/batch/", "/api/job_runs/", "/api/job_previews/"]) {
      expect((await bob(path)).body).toEqual([]);
    }
    const counts = (await bob("/api/job_runs/counts/")).body.counts_by_generator;
    expect(counts.every(({ count }: { count: number }) => count === 0)).toBe(true);
    const joined = { name: "spills-v0.1.0", param_values: {}, batch_id: body.id };
    expect((await bob("/api/jobs/run/", joined)).status).toBe(404);
  });

  test("may name their own jobs only as a state", async () => {
    const { alice, bob } = shared();
    const preview = await alice("/api/batch/", batch(job("visionfit-v0.3.1", {}, true)));
    const rerun = batch(job("visionfit-v0.3.1", { state: preview.body.job_runs[0].id }, true));
    expect((await alice("/api/batch/", rerun)).status).toBe(201);
    const { status, body } = await bob("/api/batch/", rerun);
    expect([status, body.detail]).toEqual([400, expect.stringContaining("must be the id of an earlier job")]);
  });

  test("have quotas of their own", async () => {
    const { alice, bob } = shared({ quota: 30 });
    expect((await alice("/api/batch/", batch(SPILL))).status).toBe(201);
    expect((await alice("/api/batch/", batch(SPILL))).body.detail).toContain("0 remain");
    expect((await bob("/api/batch/", batch(SPILL, SPILL))).status).toBe(201);
    expect((await bob("/api/batch/", batch(SPILL))).body.detail).toContain("0 remain");
  });

  test("get ids and results of their own for equal requests", async () => {
    const { emulator, alice, bob } = shared();
    const seen = await Promise.all([alice, bob].map((ask) => ask("/api/batch/", batch(SPILL))));
    const runs = seen.map(({ body }) => body.job_runs[0]);
    expect(new Set(seen.flatMap(({ body }) => [body.id, body.job_runs[0].id])).size).toBe(4);
    for (const { result_url } of runs) {
      expect((await emulator.fetch(new Request(result_url))).status).toBe(200);
    }
    const [, signature] = runs[0].result_url.split("?");
    const foreign = await emulator.fetch(new Request(`${runs[1].result_url.split("?")[0]}?${signature}`));
    expect(foreign.status).toBe(403);
  });

  test("that nobody gave out are refused", async () => {
    expect((await shared().stranger("/api/batch/")).status).toBe(401);
    expect(() => createEmulator({ token: "a", tokens: { a: 1 } })).toThrow(/must not repeat/);
    expect(() => createEmulator({ tokens: { b: 1.5 } })).toThrow(/quota must be a whole number/);
    expect(() => createEmulator({ tokens: { "b c": 1 } })).toThrow(TypeError);
  });

  test("find their batches again after a start, which are kept without any token", async () => {
    const folder = await temporaryFolder();
    const first = shared({ storage: openFileStore(folder) });
    const ids = [
      (await first.alice("/api/batch/", batch(SPILL))).body.id,
      (await first.bob("/api/batch/", batch(SPILL))).body.id,
    ];
    for (const name of await readdir(folder)) {
      const text = await readFile(join(folder, name), "utf8");
      for (const secret of ["alice-secret", "bob-secret"]) {
        expect(text).not.toContain(secret);
        expect(text).not.toContain(Buffer.from(secret).toString("base64").slice(0, 10));
      }
    }
    const second = shared({ storage: openFileStore(folder) });
    expect((await second.alice("/api/batch/")).body.map(({ id }: Loose) => id)).toEqual([ids[0]]);
    expect((await second.bob("/api/batch/")).body.map(({ id }: Loose) => id)).toEqual([ids[1]]);
    expect((await second.bob("/api/batch/", batch(SPILL, SPILL))).body.detail).toContain("30 remain");
  });
});
