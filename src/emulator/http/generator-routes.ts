import { Hono } from "hono";
import { GENERATORS } from "../generators/generators.ts";
import { refuse } from "../refusal.ts";
import { SINGLE_SUBMISSION } from "../schemas/submission-schema.ts";
import type { JobStore } from "../store/job-store.ts";
import { checkJobs } from "../validation/check-jobs.ts";
import { findBatch } from "./batch-routes.ts";
import { type BodyLimits, readBody } from "./read-body.ts";
import { submitJobs } from "./submit-jobs.ts";
import { listedJob } from "./views.ts";

/** The endpoints below `api/jobs/`: the generators, and submissions of one job at a time. */
export function generatorRoutes(store: JobStore, limits: BodyLimits): Hono {
  const routes = new Hono();
  routes.get("/", (c) => c.json([...GENERATORS.values()].map(({ info }) => info)));
  routes.get("/:generator/", (c) => {
    const name = c.req.param("generator");
    const model = GENERATORS.get(name) ?? refuse(404, `Unknown generator ${JSON.stringify(name)}`);
    return c.json(model.info);
  });
  for (const kind of ["run", "preview"] as const) {
    routes.post(`/${kind}/`, async (c) => {
      const { name, param_values, batch_id } = await readBody(c.req.raw, SINGLE_SUBMISSION, limits);
      const batch = batch_id == null ? undefined : findBatch(store, batch_id);
      const drafts = checkJobs([{ name, is_preview: kind === "preview", param_values }], store);
      const { jobs } = submitJobs(store, { drafts, name: "", batch });
      const context = { store, origin: new URL(c.req.url).origin };
      return c.json(jobs.map((job) => listedJob(job, context))[0], 201);
    });
  }
  return routes;
}
