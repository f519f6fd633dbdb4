import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { sharedPath } from "../../util/shared.ts";
import { job, makeServer } from "../client.ts";

const NAMES = ["visionfit-v0.3.1", "visionfit-flagship-v0.1.0", "spills-v0.1.0", "sensefit-v0.2.0"];

describe("GET api/jobs/", () => {
  test("lists the generators, each as its own address gives it", async () => {
    const { get } = makeServer();
    const { status, body } = await get("/api/jobs/");
    expect(status).toBe(200);
    expect(body.map(({ name }: { name: string }) => name)).toEqual(NAMES);
    for (const info of body)
      expect(await get(`/api/jobs/${info.name}/`)).toEqual({ status: 200, body: info });
  });

  test("answers 404 for an unknown generator", async () => {
    const { get } = makeServer();
    expect(await get("/api/jobs/constructor/")).toEqual({
      status: 404,
      body: { detail: 'Unknown generator "constructor"' },
    });
  });

  for (const name of NAMES) {
    const path = sharedPath(`reference/generators/${name}.json`);
    test.skipIf(path === null)(`the table of ${name} is the published one`, async () => {
      const { body } = await makeServer().get(`/api/jobs/${name}/`);
      expect(body).toEqual(JSON.parse(readFileSync(path!, "utf8")));
    });
  }
});

describe("POST api/jobs/run/ and api/jobs/preview/", () => {
  test("the first call makes a batch that later ones join", async () => {
    const { post, get } = makeServer();
    const first = await post("/api/jobs/run/", { name: "spills-v0.1.0", param_values: { size: 3 } });
    expect(first.status).toBe(201);
    expect(first.body.param_values.size).toBe(3);
    expect(first.body.param_values.depth).toBe(1);
    const second = await post("/api/jobs/preview/", {
      name: "spills-v0.1.0",
      param_values: {},
      batch_id: first.body.batch_id,
    });
    expect(second.body.is_preview).toBe(true);
    expect(second.body.batch_id).toBe(first.body.batch_id);
    const { body } = await get(`/api/batch/${first.body.batch_id}/`);
    expect(body.job_runs.map(({ id }: { id: string }) => id)).toEqual([first.body.id, second.body.id]);
    expect((await get("/api/batch/")).body).toHaveLength(1);
  });

  test("checks parameters, previews and the batch", async () => {
    const { post } = makeServer();
    const wrong = await post("/api/jobs/run/", { name: "spills-v0.1.0", param_values: { size: 0 } });
    expect(wrong).toEqual({
      status: 400,
      body: { detail: 'Invalid jobs: job 0: "size" must be at least 1, got 0' },
    });
    expect((await post("/api/jobs/preview/", { name: "sensefit-v0.2.0", param_values: {} })).status).toBe(
      400,
    );
    expect(
      (await post("/api/jobs/run/", { name: "spills-v0.1.0", param_values: {}, batch_id: "x" })).status,
    ).toBe(404);
    expect((await post("/api/jobs/run/", { name: "spills-v0.1.0" })).body.detail).toContain("param_values");
  });
});

describe("GET api/job_runs/ and api/job_previews/", () => {
  test("keep the two kinds of job apart", async () => {
    const { submit, get } = makeServer();
    const one = (await submit(job("spills-v0.1.0"), job("spills-v0.1.0", {}, true))).body;
    const two = (await submit(job("visionfit-v0.3.1"))).body;
    const [run, preview] = one.job_runs;
    expect((await get("/api/job_runs/")).body).toEqual([
      { ...run, batch_id: one.id },
      { ...two.job_runs[0], batch_id: two.id },
    ]);
    expect((await get("/api/job_previews/")).body).toEqual([{ ...preview, batch_id: one.id }]);
    expect((await get(`/api/job_runs/?batch_id=${one.id}`)).body).toEqual([{ ...run, batch_id: one.id }]);
    expect((await get(`/api/job_previews/?batch_id=${two.id}`)).body).toEqual([]);
    expect((await get("/api/job_runs/?batch_id=nope")).status).toBe(404);
    expect(await get(`/api/job_runs/${run.id}/`)).toEqual({
      status: 200,
      body: { ...run, batch_id: one.id },
    });
    expect((await get(`/api/job_previews/${preview.id}/`)).body.id).toBe(preview.id);
    expect((await get(`/api/job_runs/${preview.id}/`)).status).toBe(404);
    expect((await get(`/api/job_previews/${run.id}/`)).status).toBe(404);
  });

  test("counts video jobs by generator within a range of time", async () => {
    const { submit, get, clock } = makeServer();
    await submit(job("spills-v0.1.0"), job("spills-v0.1.0", {}, true));
    clock.ms += 60_000;
    await submit(job("spills-v0.1.0"), job("sensefit-v0.2.0"));
    const counts = async (query: string): Promise<number[]> => {
      const { body } = await get(`/api/job_runs/counts/${query}`);
      expect(body.counts_by_generator.map(({ name }: { name: string }) => name)).toEqual(NAMES);
      return body.counts_by_generator.map(({ count }: { count: number }) => count);
    };
    expect(await counts("")).toEqual([0, 0, 2, 1]);
    expect(await counts("?start_time=2022-08-10T13:51:00Z")).toEqual([0, 0, 1, 1]);
    expect(await counts("?end_time=2022-08-10T13:51:00Z")).toEqual([0, 0, 1, 0]);
    expect((await get("/api/job_runs/counts/?start_time=1")).status).toBe(400);
  });
});
