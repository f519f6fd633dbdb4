import { createServer, type Server, type ServerOptions } from "node:http";
import type { AddressInfo } from "node:net";
import { createAdaptorServer, type HttpBindings } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import { createEmulator, type EmulatorControls } from "./create-emulator.ts";
import type { EmulatorOptions } from "./emulator-options.ts";
import { sendResponse } from "./send-response.ts";
import { openFileStore } from "./store/file-store.ts";
import { lockFolder } from "./store/folder-lock.ts";

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
   * A folder that keeps batches for the next start; it is made where it is missing. Only one server may use it.
   * @default none: batches go with the process
   */
  data?: string | undefined;
  /**
   * The time that a client has to send a request's headers, in milliseconds; later it gets 408 and is disconnected.
   * @default 10_000
   */
  headersTimeoutMs?: number | undefined;
  /**
   * The time that a client has to send a whole request, in milliseconds; later it gets 408 and is disconnected.
   * @default 300_000
   */
  requestTimeoutMs?: number | undefined;
}

/** An emulated server that listens. */
export interface RunningEmulator extends EmulatorControls {
  /** Where it listens, without a trailing slash. */
  readonly url: string;
  readonly port: number;
  /** Stops listening and closes every connection, idle ones too. */
  close(): Promise<void>;
}

function readTimeouts({
  headersTimeoutMs = 10_000,
  requestTimeoutMs = 300_000,
}: Pick<StartEmulatorOptions, "headersTimeoutMs" | "requestTimeoutMs">): ServerOptions {
  for (const [name, value] of Object.entries({ headersTimeoutMs, requestTimeoutMs })) {
    if (Number.isSafeInteger(value) && value >= 1) continue;
    throw new RangeError(`Cannot start emulator: ${name} must be a whole number of at least 1, got ${value}`);
  }
  return {
    // Node does not take a longer time for the headers than for all.
    headersTimeout: Math.min(headersTimeoutMs, requestTimeoutMs),
    requestTimeout: requestTimeoutMs,
    // Node looks for slow clients this often.
    connectionsCheckingInterval: Math.min(1000, headersTimeoutMs),
    // Longer than clients keep a connection, so that none is closed that a request is on its way to.
    keepAliveTimeout: 65_000,
  };
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
 * cannot be used, and an error that names the file where one in it is not a batch, or the server that uses the folder.
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
  const { port = 0, hostname = "127.0.0.1", data, headersTimeoutMs, requestTimeoutMs, ...rest } = options;
  if (!(Number.isInteger(port) && port >= 0 && port <= 65_535)) {
    throw new RangeError(`Cannot start emulator: port must be a whole number of 0 to 65535, got ${port}`);
  }
  const serverOptions = readTimeouts({ headersTimeoutMs, requestTimeoutMs });
  const unlock = data === undefined ? () => {} : lockFolder(data);
  try {
    const storage = data === undefined ? rest.storage : openFileStore(data);
    const emulator = createEmulator({ ...rest, storage });
    const server = createAdaptorServer({
      // The Node globals stay as they are: a library must not replace Request and Response for everybody.
      overrideGlobalObjects: false,
      createServer,
      serverOptions,
      fetch: async (request, bindings) => {
        await sendResponse(emulator.fetch(request), (bindings as HttpBindings).outgoing);
        return RESPONSE_ALREADY_SENT;
      },
    }) as Server;
    const actualPort = await listen(server, { port, hostname });
    const host = hostname.includes(":") ? `[${hostname}]` : hostname;
    return {
      url: `http://${host}:${actualPort}`,
      port: actualPort,
      token: emulator.token,
      get requests() {
        return emulator.requests;
      },
      setFaults: emulator.setFaults,
      close: () => close(server).finally(unlock),
    };
  } catch (error) {
    unlock();
    throw error;
  }
}

function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
    server.closeAllConnections();
  });
}
