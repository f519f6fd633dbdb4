import { Hono } from "hono";
import type { ResolvedEmulatorOptions } from "./emulator-options.ts";
import { answerError } from "./http/answer-error.ts";
import { apiRoutes } from "./http/api-routes.ts";
import { pathOf } from "./http/path-of.ts";
import { refuseUndocumented } from "./http/refuse-undocumented.ts";
import { type ResultBindings, resultRoutes } from "./http/result-routes.ts";
import { pageRoutes } from "./pages/page-routes.ts";
import { schemaRoutes } from "./pages/schema-routes.ts";
import { refuse } from "./refusal.ts";
import { openStores } from "./store/open-stores.ts";

/** Everything that the server answers: each token has an API of its own, and results need none. */
export function router(options: ResolvedEmulatorOptions): Hono<ResultBindings> {
  const stores = openStores(options);
  const apis = new Map([...stores].map(([token, store]) => [`Token ${token}`, apiRoutes(store, options)]));
  const app = new Hono<ResultBindings>({ getPath: pathOf });
  app.onError(answerError);
  app.notFound((c) => c.json({ detail: `Unknown path ${c.req.path}` }, 404));
  app.route("/api/schema/", schemaRoutes());
  app.use("/api/*", async (c, next) => {
    const { path, method, url } = c.req;
    if (!path.endsWith("/")) {
      if (["GET", "HEAD"].includes(method)) return c.redirect(`${path}/${new URL(url).search}`, 301);
      refuse(404, `Unknown path ${path}: the URL needs a trailing slash`);
    }
    const sent = c.req.header("Authorization");
    if (sent === undefined) refuse(401, "Authentication credentials were not provided");
    if (!apis.has(sent)) refuse(401, "Invalid token");
    await next();
  });
  app.use(refuseUndocumented());
  app.all("/api/*", (c) => {
    const api = apis.get(c.req.header("Authorization") ?? "") ?? refuse(401, "Invalid token");
    return api.fetch(c.req.raw);
  });
  app.route("/results/", resultRoutes(stores.values(), options));
  app.route("/", pageRoutes([...stores.values()]));
  return app;
}
