import { ApiClient } from "../api/api-client.ts";
import type { ApiClientOptions } from "../api/api-client-options.ts";
import { getAllGeneratorData } from "../api/endpoints/get-all-generator-data.ts";
import type { RequestOptions } from "../api/endpoints/request-options.ts";

/**
 * The names of the generators that a token may use.
 *
 * @throws {TypeError} When the token or the server is malformed.
 * @throws {ApiError} When the API refuses the token.
 */
export async function getAvailableGenerators({
  signal,
  ...options
}: ApiClientOptions & RequestOptions = {}): Promise<string[]> {
  const generators = await getAllGeneratorData(new ApiClient(options), { signal });
  return generators.map(({ name }) => name);
}
