import { Hono } from "hono";
import { GENERATORS } from "../generators/generators.ts";
import { Refusal, refuse } from "../refusal.ts";
import type { JobStore } from "../store/job-store.ts";
import { batchPage } from "./batch-page.ts";
import { homePage } from "./home-page.ts";
import { isLocalName } from "./is-local-name.ts";
import { jobPicture } from "./job-picture.ts";
import { messagePage } from "./message-page.ts";
import { securePage } from "./secure-page.ts";
import { STYLE } from "./style.ts";

/** The pages for people. They want no token and show none. */
export function pageRoutes(stores: readonly JobStore[]): Hono {
  const routes = new Hono();
  routes.onError((error, c) => {
    if (!(error instanceof Refusal)) throw error;
    return c.html(messagePage("Not shown", error.message), error.status);
  });
  for (const path of ["/", "/admin/*"]) {
    routes.use(path, securePage(), async (c, next) => {
      const { hostname } = new URL(c.req.url);
      if (isLocalName(hostname)) return await next();
      refuse(403, `Pages are shown at localhost or at an IP address only, not at ${hostname}`);
    });
  }
  routes.get("/", (c) =>
    c.html(
      homePage({
        stores,
        generators: [...GENERATORS.values()].map(({ info }) => info),
        origin: new URL(c.req.url).origin,
        page: c.req.query("page"),
        refresh: c.req.query("refresh") !== "no",
      }),
    ),
  );
  routes.get("/admin/style.css", (c) => c.body(STYLE, 200, { "Content-Type": "text/css; charset=utf-8" }));
  routes.get("/admin/api/batch/:id", (c) => {
    const id = c.req.param("id");
    const store = stores.find((each) => each.batch(id));
    const batch = store?.batch(id);
    if (!store || !batch) refuse(404, `Unknown batch ${JSON.stringify(id)}`);
    return c.html(
      batchPage(batch, {
        store,
        origin: new URL(c.req.url).origin,
        page: c.req.query("page"),
        refresh: c.req.query("refresh") !== "no",
      }),
    );
  });
  routes.get("/admin/api/job/:id/preview.png", (c) => {
    const id = c.req.param("id");
    const store = stores.find((each) => each.job(id));
    const job = store?.job(id);
    if (!store || !job) refuse(404, `Unknown job ${JSON.stringify(id)}`);
    return c.body(jobPicture(job, store), 200, {
      "Content-Type": "image/png",
      "Cache-Control": "private, max-age=3600",
    });
  });
  return routes;
}
