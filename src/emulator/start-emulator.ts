import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import { createEmulator } from "./create-emulator.ts";
import type { EmulatorOptions } from "./emulator-options.ts";
import { openFileStore } from "./store/file-store.ts";

/** The time that a client has to send its headers, and a whole request. */
const [HEADERS_TIMEOUT_MS, REQUEST_TIMEOUT_MS] = [10_000, 300_000];

/** Options of {@link startEmulator}. */
export interface StartEmulatorOptions extends EmulatorOptions {
  /**
   * The port to listen on; 0 takes any free one.
   * @default 0
   */
  port?: number | undefined;
  /**
   * The address to listen on.
   * @default "127.0.0.1"
   */
  hostname?: string | undefined;
  /**
   * A folder that keeps batches for the next start; it is made where it is missing.
   * @default none: batches go with the process
   */
  data?: string | undefined;
}

/** An emulated server that listens. */
export interface RunningEmulator {
  /** Where it listens, without a trailing slash. */
  url: string;
  /** The token that requests must send. */
  token: string;
  port: number;
  /** Stops listening and closes every connection, idle ones too. */
  close(): Promise<void>;
}

function listen(server: Server, { port, hostname }: { port: number; hostname: string }): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, hostname, () => {
      server.off("error", reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

/**
 * Starts a server of the Infinity API on this machine.
 *
 * @throws TypeError or RangeError for a wrong option; the system's error where the port is taken or the data folder
 * cannot be used, and an error that names the file where one in it is not a batch.
 *
 * @example
 * ```ts
 * const emulator = await startEmulator();
 * const headers = { Authorization: `Token ${emulator.token}` };
 * (await fetch(`${emulator.url}/api/jobs/`, { headers })).status; // 200
 * await emulator.close();
 * ```
 */
export async function startEmulator(options: StartEmulatorOptions = {}): Promise<RunningEmulator> {
  const { port = 0, hostname = "127.0.0.1", data, ...rest } = options;
  if (!(Number.isInteger(port) && port >= 0 && port <= 65_535)) {
    throw new RangeError(`Cannot start emulator: port must be a whole number of 0 to 65535, got ${port}`);
  }
  const storage = data === undefined ? rest.storage : openFileStore(data);
  const emulator = createEmulator({ ...rest, storage });
  const server = createAdaptorServer({
    // The Node globals stay as they are: a library must not replace Request and Response for everybody.
    overrideGlobalObjects: false,
    createServer,
    fetch: (request) => emulator.fetch(request),
  }) as Server;
  server.headersTimeout = HEADERS_TIMEOUT_MS;
  server.requestTimeout = REQUEST_TIMEOUT_MS;
  const actualPort = await listen(server, { port, hostname });
  const host = hostname.includes(":") ? `[${hostname}]` : hostname;
  return {
    url: `http://${host}:${actualPort}`,
    token: emulator.token,
    port: actualPort,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}
