import { describe, expect, test } from "vitest";
import { createEmulator } from "../../src/emulator/index.ts";
import { job, makeServer } from "./client.ts";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

async function status(path: string, init: RequestInit = {}): Promise<{ status: number; detail: string }> {
  const response = await createEmulator().fetch(new Request(`http://emulator.test${path}`, init));
  return { status: response.status, detail: (await response.json()).detail };
}

describe("createEmulator() access", () => {
  test("answers 401 without a token, with a wrong one and with a wrong scheme", async () => {
    expect(await status("/api/jobs/")).toEqual({
      status: 401,
      detail: "Authentication credentials were not provided",
    });
    for (const sent of ["Token other", "Bearer emulator"]) {
      const headers = { Authorization: sent };
      expect(await status("/api/batch/", { headers })).toEqual({ status: 401, detail: "Invalid token" });
    }
  });

  test("takes the token it was given", async () => {
    const emulator = createEmulator({ token: "secret" });
    const headers = { Authorization: "Token secret" };
    const response = await emulator.fetch(new Request("http://h/api/jobs/", { headers }));
    expect(response.status).toBe(200);
    expect(emulator.token).toBe("secret");
  });

  test("answers unknown paths with 404 in JSON", async () => {
    const { get } = makeServer();
    expect(await get("/api/nothing/")).toEqual({
      status: 404,
      body: { detail: "Unknown path /api/nothing/" },
    });
    expect((await status("/elsewhere")).status).toBe(404);
  });

  test("sends GET without a trailing slash on, query kept, but never POST", async () => {
    const { emulator } = makeServer();
    const moved = await emulator.fetch(new Request("http://h/api/job_runs?batch_id=7"));
    expect(moved.status).toBe(301);
    expect(moved.headers.get("Location")).toBe("/api/job_runs/?batch_id=7");
    const refused = await status("/api/batch", { method: "POST", body: "{}" });
    expect(refused.status).toBe(404);
    expect(refused.detail).toContain("trailing slash");
  });

  test("takes a second slash after the server's name for one, and sends nobody elsewhere", async () => {
    const { get, emulator } = makeServer();
    expect(await get("//api/job_runs/")).toEqual({ status: 200, body: [] });
    const moved = await emulator.fetch(new Request("http://h//api/job_runs"));
    expect(moved.headers.get("Location")).toBe("/api/job_runs/");
    expect((await status("//api.example/api/jobs/")).status).toBe(404);
  });

  test("refuses options that make no sense", () => {
    expect(() => createEmulator({ token: "" })).toThrow(TypeError);
    expect(() => createEmulator({ seed: Number.NaN })).toThrow(
      /seed must be a string or a finite number, got NaN/,
    );
    expect(() => createEmulator({ quota: -1 })).toThrow(/quota must be a whole number of at least 0, got -1/);
    expect(() => createEmulator({ parallelJobs: 0 })).toThrow(RangeError);
    expect(() => createEmulator({ jobDurationMs: Number.POSITIVE_INFINITY })).toThrow(RangeError);
    expect(() => createEmulator({ now: 5 as never })).toThrow(TypeError);
  });
});

describe("createEmulator() determinism", () => {
  const jobs = [job("spills-v0.1.0"), job("visionfit-v0.3.1"), job("visionfit-v0.3.1", {}, true)];

  test("equal servers give equal ids to equal requests, other seeds and tokens other ids", async () => {
    const ids = async (options: object): Promise<string[]> => {
      const { body } = await makeServer(options).submit(...jobs);
      return [body.id, ...body.job_runs.map(({ id }: { id: string }) => id)];
    };
    const first = await ids({ seed: 7 });
    expect(new Set(first).size).toBe(4);
    for (const id of first) expect(id).toMatch(UUID);
    expect(await ids({ seed: 7 })).toEqual(first);
    expect(await ids({ seed: "7" })).toEqual(first);
    for (const other of [{ seed: 8 }, { seed: 7, token: "other" }]) {
      expect(await ids(other)).not.toEqual(first);
    }
  });

  test("equal servers give the same archive bytes", async () => {
    const one = await makeServer({ seed: 3 }).results(...jobs);
    const other = await makeServer({ seed: 3 }).results(...jobs);
    expect(one.map(({ length }) => length > 500)).toEqual([true, true, true]);
    expect(one.map((bytes, i) => Buffer.compare(bytes, other[i]!))).toEqual([0, 0, 0]);
  });
});
