import { Hono } from "hono";
import { GENERATORS } from "../generators/generators.ts";
import { refuse } from "../refusal.ts";
import type { JobStore } from "../store/job-store.ts";
import { findBatch } from "./batch-routes.ts";
import { isWithin, readTimeRange } from "./read-time-range.ts";
import { listedJob } from "./views.ts";

/** The endpoints below `api/job_previews/` (previews) or `api/job_runs/` (all other jobs). */
export function jobListRoutes(store: JobStore, { previews }: { previews: boolean }): Hono {
  const routes = new Hono();
  routes.get("/", (c) => {
    const batchId = c.req.query("batch_id");
    const jobs = batchId === undefined ? store.jobs : findBatch(store, batchId).jobs;
    const context = { store, origin: new URL(c.req.url).origin };
    return c.json(
      jobs.filter(({ isPreview }) => isPreview === previews).map((job) => listedJob(job, context)),
    );
  });
  if (!previews) {
    routes.get("/counts/", (c) => {
      const range = readTimeRange(new URL(c.req.url).searchParams);
      const counts = new Map([...GENERATORS.keys()].map((name) => [name, 0]));
      for (const { model, isPreview, createdMs } of store.jobs) {
        if (isPreview || !isWithin(createdMs, range)) continue;
        counts.set(model.info.name, (counts.get(model.info.name) ?? 0) + 1);
      }
      return c.json({ counts_by_generator: [...counts].map(([name, count]) => ({ name, count })) });
    });
  }
  routes.get("/:id/", (c) => {
    const id = c.req.param("id");
    const job = store.job(id);
    if (job?.isPreview !== previews) {
      refuse(404, `Unknown ${previews ? "preview" : "job run"} ${JSON.stringify(id)}`);
    }
    return c.json(listedJob(job, { store, origin: new URL(c.req.url).origin }));
  });
  return routes;
}
