import { createEmulator, type EmulatorOptions } from "../../src/emulator/index.ts";
import { Session } from "../../src/session/session.ts";

/** An emulator that is called without a network, and what it was asked. */
export interface Served {
  server: string;
  token: string;
  fetch: typeof fetch;
  requests: Request[];
}

/** A request as the server would see it, with a reply made by hand or none to leave it to the emulator. */
export type Intercept = (request: Request) => Response | Promise<Response> | undefined;

/** Serves the API from this process. Jobs are done at once unless the options say otherwise. */
export function serve(options: EmulatorOptions = {}, intercept?: Intercept): Served {
  const emulator = createEmulator({ jobDurationMs: 0, ...options });
  const requests: Request[] = [];
  const answer = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const request = new Request(input, init);
    requests.push(request);
    init?.signal?.throwIfAborted();
    return (await intercept?.(request)) ?? emulator.fetch(request);
  };
  return { server: "http://127.0.0.1:8090", token: emulator.token, fetch: answer, requests };
}

/** A session with a generator of an emulator. */
export function connect(served: Served, generator = "visionfit-v0.3.1"): Promise<Session> {
  const { server, token, fetch } = served;
  return Session.connect({ server, token, fetch, generator });
}
