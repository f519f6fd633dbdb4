import { Hono } from "hono";
import { ArchiveCache } from "../archive/archive-cache.ts";
import { refuse } from "../refusal.ts";
import type { JobStore } from "../store/job-store.ts";
import { archiveReply } from "./archive-reply.ts";
import { type BuildArchiveOptions, buildArchive } from "./build-archive.ts";

const CACHE_BYTES = 16 * 2 ** 20;

/** What a request may bring about besides its answer. */
export interface ResultBindings {
  Bindings: {
    /** Whether the address expires just now. */
    expireAddress?: boolean;
  };
}

/** The result archives. Their addresses are signed, so they want no token and refuse one, as storage does. */
export function resultRoutes(stores: Iterable<JobStore>, options: BuildArchiveOptions): Hono<ResultBindings> {
  const all = [...stores];
  const archives = new ArchiveCache(CACHE_BYTES);
  const routes = new Hono<ResultBindings>();
  routes.get("/:file{[^/]+\\.zip}", async (c) => {
    if (c.req.header("Authorization") !== undefined) {
      refuse(400, "Cannot fetch result: a signed address must be fetched without an Authorization header");
    }
    const id = c.req.param("file").slice(0, -".zip".length);
    const store = all.find((each) => each.job(id));
    const job = store?.job(id);
    if (!store || !job || c.req.query("signature") !== store.signature(job)) {
      refuse(403, "Cannot fetch result: the signature does not fit the address");
    }
    if (c.env?.expireAddress) {
      store.expireAddress(job);
      refuse(403, "Cannot fetch result: the address has expired; the batch has a new one");
    }
    if (!store.isDone(job)) refuse(404, "Cannot fetch result: the job is in progress");
    if (job.failed) refuse(404, "Cannot fetch result: the job failed and has none");
    const archive = await archives.get(id, () => buildArchive(job, { ...options, basis: store.basis(job) }));
    return archiveReply(c.req.raw, archive);
  });
  return routes;
}
