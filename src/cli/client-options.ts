import { DEFAULT_SERVER } from "../api/api-client.ts";
import type { ApiClientOptions } from "../api/api-client-options.ts";
import { checkServer } from "../api/check-server.ts";
import type { ClientEvent } from "../api/client-event.ts";
import { eventLog } from "./event-log.ts";
import { OfflineError } from "./offline-error.ts";
import type { ProgressLine } from "./progress-line.ts";
import { readToken, type TokenSource } from "./read-token.ts";

/** The options that say how the API is reached. */
export interface ApiValues extends TokenSource {
  server: string | undefined;
  offline: boolean;
}

/** What clients are made with. */
export interface CliClientOptions extends ApiClientOptions {
  /** Without a trailing slash. */
  server: string;
  onEvent: (event: ClientEvent) => void;
}

/** The server that the command line names, else the environment. */
export function serverOf({ server }: { server: string | undefined }): string {
  return checkServer(server ?? (process.env.INFINITY_API_SERVER || DEFAULT_SERVER));
}

/**
 * What clients are made with, by the command line and the environment.
 *
 * @throws {OfflineError} When connections are forbidden: no client is made, and nothing else is looked at.
 */
export async function clientOptions(
  command: string,
  values: ApiValues,
  { progress, signal }: { progress: ProgressLine; signal: AbortSignal },
): Promise<CliClientOptions> {
  if (values.offline) throw new OfflineError(command);
  const server = serverOf(values);
  const onEvent = eventLog(progress);
  return { token: await readToken(values, signal), server, onEvent };
}
