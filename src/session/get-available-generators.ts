import { ApiClient } from "../api/api-client.ts";
import type { ApiClientOptions } from "../api/api-client-options.ts";
import { getAllGeneratorData } from "../api/endpoints/get-all-generator-data.ts";
import type { RequestOptions } from "../api/endpoints/request-options.ts";

/**
 * The names of the generators that a token may use.
 *
 * @throws {TypeError} When the token or the server is malformed.
 * @throws {ApiError} When the API refuses the token.
 * @example
 * ```ts
 * const names = await getAvailableGenerators({ server: server.url, token: server.token });
 * names; // ["visionfit-v0.3.1", "visionfit-flagship-v0.1.0", "spills-v0.1.0", "sensefit-v0.2.0"]
 * ```
 */
export async function getAvailableGenerators({
  signal,
  ...options
}: ApiClientOptions & RequestOptions = {}): Promise<string[]> {
  const generators = await getAllGeneratorData(new ApiClient(options), { signal });
  return generators.map(({ name }) => name);
}
