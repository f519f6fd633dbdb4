import { Hono } from "hono";
import { refuse } from "../refusal.ts";
import { BATCH_SUBMISSION } from "../schemas/submission-schema.ts";
import type { Batch } from "../store/job.ts";
import type { JobStore } from "../store/job-store.ts";
import { estimateSamples } from "../store/sample-cost.ts";
import { checkJobs } from "../validation/check-jobs.ts";
import { type BodyLimits, readBody } from "./read-body.ts";
import { findSubmission, readSubmissionKey } from "./read-submission-key.ts";
import { isWithin, readTimeRange } from "./read-time-range.ts";
import { submitJobs } from "./submit-jobs.ts";
import { batchData, batchListItem, batchSummary } from "./views.ts";

/**
 * Finds a batch.
 *
 * @throws Refusal with status 404 where the token has no such batch.
 */
export function findBatch(store: JobStore, id: string): Batch {
  return store.batch(id) ?? refuse(404, `Unknown batch ${JSON.stringify(id)}`);
}

/** The endpoints below `api/batch/`. */
export function batchRoutes(store: JobStore, limits: BodyLimits): Hono {
  const routes = new Hono();
  routes.post("/", async (c) => {
    const { name, job_runs } = await readBody(c.req.raw, BATCH_SUBMISSION, limits);
    const drafts = checkJobs(job_runs, store);
    const submissionKey = await readSubmissionKey(c.req.raw, { name, drafts });
    const batch =
      findSubmission(store, submissionKey) ?? submitJobs(store, { drafts, name, submissionKey }).batch;
    return c.json(batchData(batch, { store, origin: new URL(c.req.url).origin }), 201);
  });
  routes.post("/estimate/", async (c) => {
    const { job_runs } = await readBody(c.req.raw, BATCH_SUBMISSION, limits);
    return c.json(checkJobs(job_runs, store).map(estimateSamples));
  });
  routes.get("/", (c) => {
    const range = readTimeRange(new URL(c.req.url).searchParams);
    return c.json(store.batches.filter(({ createdMs }) => isWithin(createdMs, range)).map(batchListItem));
  });
  routes.get("/:id/", (c) =>
    c.json(batchData(findBatch(store, c.req.param("id")), { store, origin: new URL(c.req.url).origin })),
  );
  for (const path of ["/summary/:id/", "/:id/summary/"] as const) {
    routes.get(path, (c) =>
      c.json(batchSummary(findBatch(store, c.req.param("id")), { store, origin: new URL(c.req.url).origin })),
    );
  }
  return routes;
}
