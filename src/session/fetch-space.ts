import type { ApiClient } from "../api/api-client.ts";
import { getAllGeneratorData } from "../api/endpoints/get-all-generator-data.ts";
import { getSingleGeneratorData } from "../api/endpoints/get-single-generator-data.ts";
import type { RequestOptions } from "../api/endpoints/request-options.ts";
import { ApiError } from "../api/errors/api-error.ts";
import { ParameterSpace } from "../params/parameter-space.ts";
import { didYouMean } from "../util/did-you-mean.ts";
import { SessionInitializationError } from "./session-initialization-error.ts";

async function unknownGenerator(
  client: ApiClient,
  generator: string,
  options: RequestOptions,
): Promise<string> {
  const known = await getAllGeneratorData(client, options).catch(() => []);
  const names = known.map(({ name }) => name);
  const list = names.length === 0 ? "" : `; this token may use ${names.join(", ")}`;
  return `${client.server} has no generator "${generator}"${didYouMean(generator, names)}${list}`;
}

/**
 * The parameter space of a generator.
 *
 * @throws {SessionInitializationError} When the token is not valid, the generator is unknown or the API fails.
 */
export async function fetchSpace(
  client: ApiClient,
  generator: string,
  options: RequestOptions = {},
): Promise<ParameterSpace> {
  try {
    return new ParameterSpace(await getSingleGeneratorData(client, generator, options));
  } catch (cause) {
    options.signal?.throwIfAborted();
    const status = cause instanceof ApiError ? cause.status : null;
    if (status === 401 || status === 403) {
      throw new SessionInitializationError(`The token is not valid at ${client.server}`, { cause });
    }
    if (status === 404 || status === 500) {
      throw new SessionInitializationError(await unknownGenerator(client, generator, options), { cause });
    }
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new SessionInitializationError(`Cannot open a session for ${generator}: ${reason}`, { cause });
  }
}
