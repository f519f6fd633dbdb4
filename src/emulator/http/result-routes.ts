import { Hono } from "hono";
import { buildZip } from "../archive/build-zip.ts";
import type { Job } from "../store/job.ts";
import type { JobStore } from "../store/job-store.ts";
import { refuse } from "./refusal.ts";

async function buildResult(job: Job, store: JobStore): Promise<Uint8Array<ArrayBuffer>> {
  const { id, model, params, randomness, isPreview } = job;
  const context = { randomness, basis: store.basis(job), isPreview, masks: store.masks };
  const files = await model.build(params, context);
  return buildZip(files.map(({ name, data }) => ({ name: `${id}/${name}`, data })));
}

/** The result archives. Their addresses are signed, so they want no token and refuse one, as storage does. */
export function resultRoutes(store: JobStore): Hono {
  const routes = new Hono();
  routes.get("/:file{[^/]+\\.zip}", async (c) => {
    if (c.req.header("Authorization") !== undefined) {
      refuse(400, "Cannot fetch result: a signed address must be fetched without an Authorization header");
    }
    const job = store.job(c.req.param("file").slice(0, -".zip".length));
    if (!job || c.req.query("signature") !== store.signature(job)) {
      refuse(403, "Cannot fetch result: the signature does not fit the address");
    }
    if (!store.isDone(job)) refuse(404, "Cannot fetch result: the job is in progress");
    if (job.failed) refuse(404, "Cannot fetch result: the job failed and has none");
    const archive = await buildResult(job, store);
    return c.body(archive, 200, {
      "Content-Type": "application/zip",
      "Content-Length": String(archive.length),
    });
  });
  return routes;
}
