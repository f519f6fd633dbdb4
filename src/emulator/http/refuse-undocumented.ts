import type { MiddlewareHandler } from "hono";
import { OPERATIONS } from "../openapi/operations.ts";

/** The methods that the server has for a path, by the most concrete of the templates that it fits. */
interface DocumentedPath {
  pattern: RegExp;
  methods: string[];
}

function documentedPaths(): DocumentedPath[] {
  const templates = [...new Set(OPERATIONS.map(({ path }) => path))];
  const parameters = (template: string): number => template.split("{").length;
  return templates
    .sort((a, b) => parameters(a) - parameters(b))
    .map((template) => {
      const source = template.replaceAll(".", "\\.").replace(/\{\w+\}/g, "[^/]+");
      const own = OPERATIONS.filter(({ path }) => path === template).map(({ method }) =>
        method.toUpperCase(),
      );
      const methods = [...own, ...(own.includes("GET") ? ["HEAD"] : []), "OPTIONS"];
      return { pattern: new RegExp(`^${source}$`), methods };
    });
}

/**
 * Turns down what the OpenAPI document does not have: paths with 404, methods with 405. Answers OPTIONS for the rest.
 */
export function refuseUndocumented(): MiddlewareHandler {
  const paths = documentedPaths();
  return async (c, next) => {
    const { path, method } = c.req;
    const found = paths.find(({ pattern }) => pattern.test(path));
    if (!found) return c.json({ detail: `Unknown path ${path}` }, 404);
    const Allow = found.methods.join(", ");
    if (method === "OPTIONS") return c.body(null, 204, { Allow });
    if (found.methods.includes(method)) return await next();
    return c.json({ detail: `Method ${method} is not allowed for ${path}: use ${Allow}` }, 405, { Allow });
  };
}
