import { beforeAll, expect, test } from "vitest";
import { job, makeServer } from "../client.ts";
import { DOCUMENT, responseProblems } from "./served-document.ts";

const NOBODY = "00000000-0000-4000-8000-000000000000";
const KEY = "a key that was used";
const SPILL = { video_duration: 1, frame_rate: 6 };

interface Operation {
  id: string;
  method: string;
  path: string;
  statuses: string[];
}

const OPERATIONS: Operation[] = Object.entries<object>(DOCUMENT.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, { operationId, responses }]) => ({
    id: operationId,
    method,
    path,
    statuses: Object.keys(responses),
  })),
);

interface Sent {
  path: string;
  body?: unknown;
  /** Sent in place of the right header; null sends none. */
  authorization?: string | null;
  headers?: Record<string, string>;
  host?: string;
}

const server = makeServer({ jobDurationMs: 10, parallelJobs: 100, maxBodyBytes: 20_000 });
const at = { batch: "", run: "", preview: "", plain: "", running: "", result: "" };

/** A page, which is asked at a name of this machine and without a token. */
const page = (path: string): Sent => ({ path, authorization: null, host: "localhost:8090" });
const batchOf = (...jobs: object[]): object => ({ name: "contract", job_runs: jobs });
const tooLarge = (): object => batchOf(...Array.from({ length: 500 }, () => job("spills-v0.1.0")));
const single = (more: object = {}): object => ({ name: "spills-v0.1.0", param_values: SPILL, ...more });
const open = (path: string): Sent => ({ path, authorization: null });

/** One request for every status of every operation. */
const CASES: Record<string, () => Sent> = {
  "listGenerators 200": () => ({ path: "/api/jobs/" }),
  "getGenerator 200": () => ({ path: "/api/jobs/visionfit-v0.3.1/" }),
  "getGenerator 404": () => ({ path: "/api/jobs/visionfit/" }),
  "submitBatch 201": () => ({
    path: "/api/batch/",
    body: batchOf(job("spills-v0.1.0", SPILL, true), job("visionfit-v0.3.1"), job("sensefit-v0.2.0")),
  }),
  "submitBatch 400": () => ({ path: "/api/batch/", body: batchOf(job("spills-v0.1.0", { size: 0 })) }),
  "submitBatch 413": () => ({ path: "/api/batch/", body: tooLarge() }),
  "submitBatch 422": () => ({
    path: "/api/batch/",
    body: batchOf(job("spills-v0.1.0", { ...SPILL, size: 3 })),
    headers: { "Idempotency-Key": KEY },
  }),
  "estimateBatch 200": () => ({ path: "/api/batch/estimate/", body: batchOf(job("visionfit-v0.3.1")) }),
  "estimateBatch 400": () => ({ path: "/api/batch/estimate/", body: batchOf() }),
  "estimateBatch 413": () => ({ path: "/api/batch/estimate/", body: tooLarge() }),
  "listBatches 200": () => ({ path: "/api/batch/?start_time=2022-01-01T00:00:00Z" }),
  "listBatches 400": () => ({ path: "/api/batch/?start_time=then" }),
  "getBatch 200": () => ({ path: `/api/batch/${at.batch}/` }),
  "getBatch 404": () => ({ path: `/api/batch/${NOBODY}/` }),
  "getBatchSummary 200": () => ({ path: `/api/batch/${at.batch}/summary/` }),
  "getBatchSummary 404": () => ({ path: `/api/batch/${NOBODY}/summary/` }),
  "getBatchSummaryOldPath 200": () => ({ path: `/api/batch/summary/${at.batch}/` }),
  "getBatchSummaryOldPath 404": () => ({ path: `/api/batch/summary/${NOBODY}/` }),
  "runJob 201": () => ({ path: "/api/jobs/run/", body: single() }),
  "runJob 400": () => ({ path: "/api/jobs/run/", body: single({ param_values: { size: "3" } }) }),
  "runJob 404": () => ({ path: "/api/jobs/run/", body: single({ batch_id: NOBODY }) }),
  "runJob 413": () => ({ path: "/api/jobs/run/", body: single({ more: "x".repeat(20_000) }) }),
  "previewJob 201": () => ({ path: "/api/jobs/preview/", body: single({ batch_id: null }) }),
  "previewJob 400": () => ({ path: "/api/jobs/preview/", body: single({ name: "sensefit-v0.2.0" }) }),
  "previewJob 404": () => ({ path: "/api/jobs/preview/", body: single({ batch_id: NOBODY }) }),
  "previewJob 413": () => ({ path: "/api/jobs/preview/", body: single({ more: "x".repeat(20_000) }) }),
  "listJobRuns 200": () => ({ path: `/api/job_runs/?batch_id=${at.batch}` }),
  "listJobRuns 404": () => ({ path: `/api/job_runs/?batch_id=${NOBODY}` }),
  "countJobRuns 200": () => ({ path: "/api/job_runs/counts/" }),
  "countJobRuns 400": () => ({ path: "/api/job_runs/counts/?end_time=2022" }),
  "getJobRun 200": () => ({ path: `/api/job_runs/${at.run}/` }),
  "getJobRun 404": () => ({ path: `/api/job_runs/${at.preview}/` }),
  "listJobPreviews 200": () => ({ path: "/api/job_previews/" }),
  "listJobPreviews 404": () => ({ path: `/api/job_previews/?batch_id=${NOBODY}` }),
  "getJobPreview 200": () => ({ path: `/api/job_previews/${at.preview}/` }),
  "getJobPreview 404": () => ({ path: `/api/job_previews/${at.run}/` }),
  "getResult 200": () => open(at.result),
  "getResult 206": () => ({ ...open(at.result), headers: { Range: "bytes=10-19" } }),
  "getResult 416": () => ({ ...open(at.result), headers: { Range: "bytes=99999999-" } }),
  "getResult 400": () => ({ path: at.result }),
  "getResult 403": () => open(`/results/${at.run}.zip?signature=${"0".repeat(32)}`),
  "getResult 404": () => open(at.running),
  "getSchema 200": () => open("/api/schema/"),
  "getSchema 301": () => open("/api/schema"),
  "getSchemaPage 200": () => open("/api/schema/docs/"),
  "getSchemaPage 301": () => open("/api/schema/docs"),
  "getHomePage 200": () => page("/"),
  "getBatchPage 200": () => page(`/admin/api/batch/${at.batch}`),
  "getBatchPage 404": () => page(`/admin/api/batch/${NOBODY}`),
  "getPicture 200": () => page(`/admin/api/job/${at.preview}/preview.png`),
  "getPicture 404": () => page(`/admin/api/job/${at.plain}/preview.png`),
  "getStylesheet 200": () => page("/admin/style.css"),
};

// What can go wrong with any of them is asked alike.
for (const { id, statuses } of OPERATIONS) {
  const granted = CASES[`${id} 200`] ?? CASES[`${id} 201`];
  if (!granted) continue;
  if (statuses.includes("301")) {
    CASES[`${id} 301`] ??= () => ({ ...granted(), path: granted().path.replace(/\/(\?|$)/, "$1") });
  }
  if (statuses.includes("401")) {
    CASES[`${id} 401`] = () => ({ ...granted(), authorization: "Token wrong" });
  }
  if (statuses.includes("403")) CASES[`${id} 403`] ??= () => ({ ...granted(), host: "rebound.example" });
}

function send({ path, body, authorization, headers, host = "emulator.test" }: Sent, method: string) {
  const header = authorization === undefined ? `Token ${server.emulator.token}` : authorization;
  return server.emulator.fetch(
    new Request(`http://${host}${path}`, {
      method: method.toUpperCase(),
      headers: { ...headers, ...(header !== null && { Authorization: header }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    }),
  );
}

/** Whether a path is one of a template's, with its trailing slash or without. */
function fits(path: string, template: string): boolean {
  const pattern = template.replaceAll(".", "\\.").replace(/\{\w+\}/g, "[^/]+");
  return new RegExp(`^${pattern}?$`).test(path.split("?")[0] ?? "");
}

beforeAll(async () => {
  const { body } = await server.submit(
    job("spills-v0.1.0", SPILL),
    job("spills-v0.1.0", SPILL, true),
    job("sensefit-v0.2.0"),
  );
  server.clock.ms += 1000;
  const { job_runs } = (await server.get(`/api/batch/${body.id}/`)).body;
  const [run, preview, plain] = job_runs;
  Object.assign(at, { batch: body.id, run: run.id, preview: preview.id, plain: plain.id });
  at.result = run.result_url.replace("http://emulator.test", "");
  // The address of a result that is not there yet: that of an equal server whose clock is ahead.
  const twin = makeServer({ jobDurationMs: 0 });
  await twin.submit(job("spills-v0.1.0"), job("spills-v0.1.0"), job("spills-v0.1.0"), job("spills-v0.1.0"));
  const { body: later } = await server.submit(job("spills-v0.1.0", SPILL));
  const ahead = (await twin.get(`/api/job_runs/${later.job_runs[0].id}/`)).body;
  at.running = ahead.result_url.replace("http://emulator.test", "");
  const keyed = {
    path: "/api/batch/",
    body: batchOf(job("spills-v0.1.0", SPILL)),
    headers: { "Idempotency-Key": KEY },
  };
  await send(keyed, "post");
});

test("there is a request for every status of every operation, and no other", () => {
  const documented = OPERATIONS.flatMap(({ id, statuses }) => statuses.map((status) => `${id} ${status}`));
  expect(Object.keys(CASES).sort()).toEqual(documented.sort());
});

test.each(Object.keys(CASES))("%s answers as the document says", async (name) => {
  const [id, status] = name.split(" ");
  const operation = OPERATIONS.find((each) => each.id === id);
  const sent = CASES[name]?.() ?? { path: "" };
  expect(operation && fits(sent.path, operation.path)).toBe(true);
  const response = await send(sent, operation!.method);
  expect(response.status).toBe(Number(status));
  expect(await responseProblems(response, operation!)).toBeNull();
});
