import type { ApiClient } from "../api-client.ts";
import { generatorsSchema } from "../schemas.ts";
import type { GeneratorInfo } from "../wire-types.ts";
import type { RequestOptions } from "./request-options.ts";

/**
 * All generators that the token may use (`GET api/jobs/`).
 *
 * @throws {ApiError} When the API refuses the request.
 * @example
 * ```ts
 * const client = new ApiClient({ server: server.url, token: server.token });
 * const generators = await getAllGeneratorData(client);
 * generators.map(({ name }) => name); // ["visionfit-v0.3.1", "visionfit-flagship-v0.1.0", …]
 * ```
 */
export async function getAllGeneratorData(
  client: ApiClient,
  { signal }: RequestOptions = {},
): Promise<GeneratorInfo[]> {
  return client.request({ method: "GET", path: "api/jobs/", schema: generatorsSchema, signal });
}
