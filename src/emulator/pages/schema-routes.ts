import { Hono } from "hono";
import { openapiDocument } from "../openapi/openapi-document.ts";
import { referencePage } from "./reference-page.ts";
import { securePage } from "./secure-page.ts";

/** The description of the API, for programs and for people; it wants no token. */
export function schemaRoutes(): Hono {
  const routes = new Hono();
  routes.get("/", (c) => c.json(openapiDocument()));
  routes.get("/docs/", securePage(), (c) => c.html(referencePage(openapiDocument())));
  return routes;
}
