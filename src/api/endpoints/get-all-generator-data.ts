import type { ApiClient } from "../api-client.ts";
import { generatorsSchema } from "../schemas.ts";
import type { GeneratorInfo } from "../wire-types.ts";
import type { RequestOptions } from "./request-options.ts";

/**
 * All generators that the token may use (`GET api/jobs/`).
 *
 * @throws {ApiError} When the API refuses the request.
 */
export async function getAllGeneratorData(
  client: ApiClient,
  { signal }: RequestOptions = {},
): Promise<GeneratorInfo[]> {
  return client.request({ method: "GET", path: "api/jobs/", schema: generatorsSchema, signal });
}
