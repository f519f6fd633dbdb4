import type { ApiClient } from "../api-client.ts";
import { path } from "../path.ts";
import { generatorSchema } from "../schemas.ts";
import type { GeneratorInfo } from "../wire-types.ts";
import type { RequestOptions } from "./request-options.ts";

/**
 * One generator with its parameters (`GET api/jobs/{generator}/`).
 *
 * @throws {ApiError} When the API refuses the request, with status 404 (older servers: 500) for an unknown generator.
 * @example
 * ```ts
 * const client = new ApiClient({ server: server.url, token: server.token });
 * const { version, params } = await getSingleGeneratorData(client, "spills-v0.1.0");
 * version; // "0.1.0"
 * params[0]; // { name: "aspect_ratio", type: "float", default_value: 2, options: { min: 1, max: 3 } }
 * ```
 */
export async function getSingleGeneratorData(
  client: ApiClient,
  generator: string,
  { signal }: RequestOptions = {},
): Promise<GeneratorInfo> {
  return client.request({
    method: "GET",
    path: path`api/jobs/${generator}/`,
    schema: generatorSchema,
    signal,
  });
}
