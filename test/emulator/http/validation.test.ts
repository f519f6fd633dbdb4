import { describe, expect, test } from "vitest";
import { job, makeServer } from "../client.ts";

const body = (params: string): string =>
  `{"name":"","job_runs":[{"name":"spills-v0.1.0","is_preview":true,"param_values":${params}}]}`;

describe("POST api/batch/ says what is wrong", () => {
  test("with values that JSON can hold and numbers cannot be", async () => {
    const { post, get } = makeServer();
    for (const [params, problem] of [
      ['{"size":1e400}', 'job 0: "size" must be a number, got Infinity'],
      ['{"size":"NaN"}', 'job 0: "size" must be a number, got "NaN"'],
      ['{"size":null}', 'job 0: "size" must be a number, got null'],
      ['{"size":true}', 'job 0: "size" must be a number, got true'],
      ['{"size":[5]}', 'job 0: "size" must be a number, got a list'],
      ['{"size":{"a":5}}', 'job 0: "size" must be a number, got an object'],
      ['{"color":5}', 'job 0: "color" must be a string, got 5'],
      ['{"__proto__":1}', 'job 0: "__proto__" is not a parameter of spills-v0.1.0'],
      ['{"toString":1}', 'job 0: "toString" is not a parameter of spills-v0.1.0'],
    ] as const) {
      expect(await post("/api/batch/", body(params))).toEqual({
        status: 400,
        body: { detail: `Invalid jobs: ${problem}` },
      });
    }
    const nan = await post("/api/batch/", body('{"size":NaN}'));
    expect([nan.status, nan.body.detail]).toEqual([400, expect.stringContaining("not valid JSON")]);
    expect((await get("/api/batch/")).body).toEqual([]);
  });

  test("with JSON that is nested without end, and goes on", async () => {
    const { post, submit } = makeServer();
    const deep = (depth: number) => `${"[".repeat(depth)}${"]".repeat(depth)}`;
    for (const sent of [
      deep(1_000_000),
      body(`{"size":${deep(1_000_000)}}`),
      `${'{"a":'.repeat(300_000)}1${"}".repeat(300_000)}`,
      "[".repeat(1_000_000),
    ]) {
      for (const path of ["/api/batch/", "/api/batch/estimate/", "/api/jobs/run/"]) {
        const { status, body: reply } = await post(path, sent);
        expect([status, reply.detail.length < 1000]).toEqual([400, true]);
      }
    }
    expect((await submit(job("spills-v0.1.0"))).status).toBe(201);
  });

  test("with very many jobs by the first problems and the number of the rest", async () => {
    const { submit, post } = makeServer();
    const { status, body: reply } = await submit(
      ...Array.from({ length: 5000 }, () => job("spills-v0.1.0", { size: 0, depth: -1 })),
    );
    expect(status).toBe(400);
    const parts = reply.detail.split("; ");
    expect(parts.slice(0, 2)).toEqual([
      'Invalid jobs: job 0: "size" must be at least 1, got 0',
      expect.stringContaining('job 0: "depth" must be at least'),
    ]);
    expect([parts.length, parts.at(-1)]).toEqual([101, "and 9900 more"]);
    const shapes = await post("/api/batch/", { name: "", job_runs: Array.from({ length: 300 }, () => 1) });
    expect(shapes.body.detail.split("; ").at(-1)).toBe("and 200 more");
  });

  test("without repeating what is very long", async () => {
    const { submit } = makeServer();
    const long = "x".repeat(1_000_000);
    for (const wrong of [
      job("spills-v0.1.0", { [long]: 1 }),
      job("spills-v0.1.0", { color: long }),
      job("visionfit-v0.3.1", { state: long }),
      job(long),
    ]) {
      const { status, body: reply } = await submit(wrong);
      expect([status, reply.detail.length < 1000]).toEqual([400, true]);
    }
  });

  test("with jobs of several generators, each by its own rules", async () => {
    const { submit } = makeServer();
    expect(
      (
        await submit(
          job("sensefit-v0.2.0"),
          job("spills-v0.1.0", { size: 7 }),
          job("visionfit-v0.3.1", { num_reps: 2 }),
        )
      ).status,
    ).toBe(201);
    const { body: reply } = await submit(
      job("sensefit-v0.2.0", { size: 7 }),
      job("spills-v0.1.0", { num_reps: 2 }),
      job("sensefit-v0.2.0", {}, true),
      job("visionfit-v0.3.1", { state: "gone" }),
    );
    expect(reply.detail).toBe(
      'Invalid jobs: job 0: "size" is not a parameter of sensefit-v0.2.0; ' +
        'job 1: "num_reps" is not a parameter of spills-v0.1.0; ' +
        "job 2: sensefit-v0.2.0 has no previews; " +
        'job 3: "state" must be the id of an earlier job, got "gone"',
    );
  });
});
