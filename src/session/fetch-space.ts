import type { ApiClient } from "../api/api-client.ts";
import { getAllGeneratorData } from "../api/endpoints/get-all-generator-data.ts";
import { getSingleGeneratorData } from "../api/endpoints/get-single-generator-data.ts";
import type { RequestOptions } from "../api/endpoints/request-options.ts";
import { ApiError } from "../api/errors/api-error.ts";
import { ParameterSpace } from "../params/parameter-space.ts";
import { didYouMean } from "../util/did-you-mean.ts";
import { SessionInitializationError } from "./session-initialization-error.ts";

/** The generators that the token may use, or null where the API does not tell. */
async function knownGenerators(client: ApiClient, options: RequestOptions): Promise<string[] | null> {
  try {
    return (await getAllGeneratorData(client, options)).map(({ name }) => name);
  } catch {
    options.signal?.throwIfAborted();
    return null;
  }
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
    if (cause instanceof TypeError) throw cause;
    throw new SessionInitializationError(await explain(cause, { client, generator, options }), { cause });
  }
}

/** Older servers answer 500 for an unknown generator: it is unknown if they list others and not this one. */
async function explain(
  cause: unknown,
  { client, generator, options }: { client: ApiClient; generator: string; options: RequestOptions },
): Promise<string> {
  const status = cause instanceof ApiError ? cause.status : null;
  if (status === 401 || status === 403) return `The token is not valid at ${client.server}`;
  if (status === 404 || status === 500) {
    const known = await knownGenerators(client, options);
    if (status === 404 || (known !== null && !known.includes(generator))) {
      const list = known === null || known.length === 0 ? "" : `; this token may use ${known.join(", ")}`;
      return `${client.server} has no generator "${generator}"${didYouMean(generator, known ?? [])}${list}`;
    }
  }
  const reason = cause instanceof Error ? cause.message : String(cause);
  return `Cannot open a session for ${generator}: ${reason}`;
}
