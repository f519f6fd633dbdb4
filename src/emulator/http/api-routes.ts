import { Hono } from "hono";
import type { JobStore } from "../store/job-store.ts";
import { answerError } from "./answer-error.ts";
import { batchRoutes } from "./batch-routes.ts";
import { generatorRoutes } from "./generator-routes.ts";
import { jobListRoutes } from "./job-list-routes.ts";
import { pathOf } from "./path-of.ts";
import type { BodyLimits } from "./read-body.ts";

/** The API as one token sees it. */
export function apiRoutes(store: JobStore, limits: BodyLimits): Hono {
  const api = new Hono({ getPath: pathOf });
  api.onError(answerError);
  api.notFound((c) => c.json({ detail: `Unknown path ${c.req.path}` }, 404));
  api.route("/api/jobs/", generatorRoutes(store, limits));
  api.route("/api/batch/", batchRoutes(store, limits));
  api.route("/api/job_previews/", jobListRoutes(store, { previews: true }));
  api.route("/api/job_runs/", jobListRoutes(store, { previews: false }));
  return api;
}
