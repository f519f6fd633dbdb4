import { type EmulatorOptions, resolveEmulatorOptions } from "./emulator-options.ts";
import { answerWithFault } from "./faults/answer-with-fault.ts";
import type { FaultPlan } from "./faults/fault.ts";
import { FaultSchedule } from "./faults/fault-schedule.ts";
import { observe } from "./faults/observe.ts";
import { readFaultPlan } from "./faults/read-fault-plan.ts";
import { type LoggedRequest, RequestLog } from "./faults/request-log.ts";
import { router } from "./router.ts";

/** What can be seen and set of an emulated server while it runs. */
export interface EmulatorControls {
  /** The token that requests must send; the first one where there are several. */
  readonly token: string;
  /** The requests so far, oldest first; of more than 10,000, the last. */
  readonly requests: readonly LoggedRequest[];
  /**
   * Puts a fault plan in place of the one before; an empty one ends all faults. Attempts are counted from here on.
   *
   * @throws TypeError that names what is wrong with the plan.
   */
  setFaults(plan: FaultPlan): void;
}

/** An emulated server without a network: requests in, responses out. */
export interface Emulator extends EmulatorControls {
  /**
   * Answers one request. The host of its URL is free; result addresses repeat it. Rejects as the global `fetch` does
   * where a fault plan ends the connection.
   */
  fetch(request: Request): Promise<Response>;
}

/**
 * Makes a server of the Infinity API that lives in memory and forgets everything with the process.
 *
 * Jobs progress on the clock and are made on demand, so nothing runs between requests.
 *
 * @throws TypeError or RangeError for an option that is not what it must be.
 *
 * @example
 * ```ts
 * const emulator = createEmulator({ seed: 1 });
 * const request = new Request("http://emulator/api/jobs/", {
 *   headers: { Authorization: `Token ${emulator.token}` },
 * });
 * const generators = await (await emulator.fetch(request)).json();
 * generators.length; // 4
 * ```
 */
export function createEmulator(options: EmulatorOptions = {}): Emulator {
  const resolved = resolveEmulatorOptions(options);
  const { token, now, faults } = resolved;
  const app = router(resolved);
  const log = new RequestLog();
  let schedule = new FaultSchedule(faults);
  const handle = async (request: Request, how: { expireAddress: boolean }): Promise<Response> =>
    withLength(await app.fetch(request, how));
  return {
    token,
    get requests() {
      return log.entries;
    },
    setFaults: (plan) => {
      schedule = new FaultSchedule(readFaultPlan(plan));
    },
    fetch: async (request) => {
      const entry = log.add(request, now());
      entry.fault = schedule.next(request.method, entry.path);
      const response = entry.fault
        ? await answerWithFault(request, entry.fault, { handle, now })
        : await handle(request, { expireAddress: false });
      entry.status = response.status;
      return observe(response, (count) => {
        entry.bytes += count;
      });
    },
  };
}

/** The same answer with a `Content-Length`; one that has none yet is small. */
async function withLength(response: Response): Promise<Response> {
  if (!response.body || response.headers.has("Content-Length")) return response;
  const body = await response.arrayBuffer();
  const headers = new Headers(response.headers);
  headers.set("Content-Length", String(body.byteLength));
  return new Response(body, { status: response.status, headers });
}
