import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { type EmulatorOptions, resolveEmulatorOptions } from "./emulator-options.ts";
import { batchRoutes } from "./http/batch-routes.ts";
import { generatorRoutes } from "./http/generator-routes.ts";
import { jobListRoutes } from "./http/job-list-routes.ts";
import { Refusal, refuse } from "./http/refusal.ts";
import { refuseUndocumented } from "./http/refuse-undocumented.ts";
import { resultRoutes } from "./http/result-routes.ts";
import { schemaRoutes } from "./http/schema-routes.ts";
import { pageRoutes } from "./pages/page-routes.ts";
import { JobStore } from "./store/job-store.ts";

/** An emulated server without a network: requests in, responses out. */
export interface Emulator {
  /** The token that requests must send. */
  readonly token: string;
  /** Answers one request. The host of its URL is free; result addresses repeat it. */
  fetch(request: Request): Promise<Response>;
}

/**
 * Makes a server of the Infinity API that lives in memory and forgets everything with the process.
 *
 * Jobs progress on the clock and are made on demand, so nothing runs between requests.
 *
 * @throws TypeError or RangeError for an option that is not what it must be.
 *
 * @example
 * ```ts
 * const emulator = createEmulator({ seed: 1 });
 * const request = new Request("http://emulator/api/jobs/", {
 *   headers: { Authorization: `Token ${emulator.token}` },
 * });
 * const generators = await (await emulator.fetch(request)).json();
 * generators.length; // 3
 * ```
 */
export function createEmulator(options: EmulatorOptions = {}): Emulator {
  const resolved = resolveEmulatorOptions(options);
  const { token, maxBodyBytes } = resolved;
  const store = new JobStore(resolved);
  const app = new Hono();
  app.onError((error, c) => {
    if (error instanceof Refusal) return c.json({ detail: error.message }, error.status);
    return c.json({ detail: `Internal error: ${error.message}` }, 500);
  });
  app.notFound((c) => c.json({ detail: `Unknown path ${c.req.path}` }, 404));
  app.route("/api/schema/", schemaRoutes());
  app.use("/api/*", async (c, next) => {
    const url = new URL(c.req.url);
    if (!url.pathname.endsWith("/")) {
      if (["GET", "HEAD"].includes(c.req.method)) return c.redirect(`${url.pathname}/${url.search}`, 301);
      refuse(404, `Unknown path ${url.pathname}: the URL needs a trailing slash`);
    }
    const sent = c.req.header("Authorization");
    if (sent === undefined) refuse(401, "Authentication credentials were not provided");
    if (sent !== `Token ${token}`) refuse(401, "Invalid token");
    await next();
  });
  const tooLarge = `Request body is too large: at most ${maxBodyBytes} bytes are taken; split the batch`;
  app.use(refuseUndocumented());
  app.use("/api/*", bodyLimit({ maxSize: maxBodyBytes, onError: () => refuse(413, tooLarge) }));
  app.route("/api/jobs/", generatorRoutes(store));
  app.route("/api/batch/", batchRoutes(store));
  app.route("/api/job_previews/", jobListRoutes(store, { previews: true }));
  app.route("/api/job_runs/", jobListRoutes(store, { previews: false }));
  app.route("/results/", resultRoutes(store));
  app.route(
    "/",
    pageRoutes(() => [store]),
  );
  return { token, fetch: async (request) => await app.fetch(request) };
}
