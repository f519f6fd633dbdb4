import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import fc from "fast-check";
import { afterEach, describe, expect, onTestFinished, vi } from "vitest";
import { ApiClient } from "../../src/api/api-client.ts";
import type { ApiClientOptions } from "../../src/api/api-client-options.ts";
import type { RetryEvent } from "../../src/api/client-event.ts";
import { getAllGeneratorData } from "../../src/api/endpoints/get-all-generator-data.ts";
import { getBatchData } from "../../src/api/endpoints/get-batch-data.ts";
import { getBatchSummaryData } from "../../src/api/endpoints/get-batch-summary-data.ts";
import { postBatch } from "../../src/api/endpoints/post-batch.ts";
import { createEmulator } from "../../src/emulator/create-emulator.ts";
import type { FaultPlan } from "../../src/emulator/faults/fault.ts";
import { startEmulator } from "../../src/emulator/start-emulator.ts";
import { answerJson, chaosServer, freePort, head } from "./util/chaos-server.ts";
import { it, SECRET, type Spy } from "./util/fault-test.ts";

const execute = promisify(execFile);

function dist(path: string): string {
  return fileURLToPath(new URL(`../../dist/${path}`, import.meta.url));
}

const SPILLS = { generator: "spills-v0.1.0", name: "", jobParams: [{ size: 10 }], isPreview: false };

function clientOf(spy: Spy, server: string, options: Partial<ApiClientOptions> = {}): ApiClient {
  return new ApiClient({ token: SECRET, server, onEvent: spy.onEvent, ...options });
}

/** An emulator on a port, with faults. */
async function listening(faults: FaultPlan = []) {
  const emulator = await startEmulator({ token: SECRET, faults, jobDurationMs: 0 });
  onTestFinished(() => emulator.close());
  return emulator;
}

/** An emulator in this process, with faults: for fake clocks, which do not move sockets. */
function served(spy: Spy, faults: FaultPlan = [], options: Partial<ApiClientOptions> = {}) {
  const emulator = createEmulator({ token: SECRET, faults, jobDurationMs: 0 });
  const fetch = (input: RequestInfo | URL, init?: RequestInit) => emulator.fetch(new Request(input, init));
  return { emulator, client: clientOf(spy, "http://127.0.0.1:1", { fetch, ...options }) };
}

function retries(spy: Spy): RetryEvent[] {
  return spy.events.filter((event) => event.type === "retry");
}

/** Lets fake time pass until a promise is settled, and says how much. */
async function timeUntil(promise: Promise<unknown>): Promise<number> {
  const start = Date.now();
  let end: number | null = null;
  promise.then(
    () => (end = Date.now()),
    () => (end = Date.now()),
  );
  while (end === null) await vi.advanceTimersByTimeAsync(50);
  return end - start;
}

afterEach(() => {
  vi.useRealTimers();
});

describe("connections", () => {
  it("#1 connection refused on GET: retried, then a ConnectionError in phase connect", async ({ spy }) => {
    const port = await freePort();
    const client = clientOf(spy, `http://127.0.0.1:${port}`, { retries: 1 });
    const error = await spy.thrown(getAllGeneratorData(client));
    expect(error).toMatchObject({ name: "ConnectionError", phase: "connect" });
    expect(error.message).toContain(`did not reach http://127.0.0.1:${port}: connect ECONNREFUSED`);
    expect(retries(spy)).toHaveLength(1);
  });

  it("#1 once the server is there, the retry reaches it", async ({ spy }) => {
    const port = await freePort();
    const client = clientOf(spy, `http://127.0.0.1:${port}`);
    const asked = getAllGeneratorData(client);
    await vi.waitUntil(() => retries(spy).length > 0);
    const emulator = await startEmulator({ port, token: SECRET });
    onTestFinished(() => emulator.close());
    expect(await asked).toHaveLength(4);
  });

  const dns = {
    node: () => {
      const cause = Object.assign(new Error("getaddrinfo ENOTFOUND api.example.com"), { code: "ENOTFOUND" });
      return new TypeError("fetch failed", { cause });
    },
    deno: () =>
      new TypeError("error sending request for url (https://api.example.com/api/jobs/)", {
        cause: new Error("client error (Connect): dns error: failed to lookup address information"),
      }),
  };
  it.for(["node", "deno"] as const)(
    "#2 DNS failure as %s tells it: retried, the message names the host",
    async (runtime, { spy }) => {
      // A name that surely does not exist cannot be looked up in a sandbox, so the runtime's own error is given.
      const fetch = () => Promise.reject(dns[runtime]());
      const client = clientOf(spy, "https://api.example.com", { fetch, retries: 1 });
      const error = await spy.thrown(getAllGeneratorData(client));
      expect(error).toMatchObject({ name: "ConnectionError", phase: "connect" });
      expect(error.message).toContain("did not reach https://api.example.com: ");
      expect(retries(spy)).toHaveLength(1);
    },
  );

  it("a certificate that is not valid is not asked for again", async ({ spy }) => {
    const cause = Object.assign(new Error("self-signed certificate"), {
      code: "DEPTH_ZERO_SELF_SIGNED_CERT",
    });
    const fetch = () => Promise.reject(new TypeError("fetch failed", { cause }));
    const error = await spy.thrown(getAllGeneratorData(clientOf(spy, "https://api.example.com", { fetch })));
    expect(error).toMatchObject({ phase: "connect" });
    expect(retries(spy)).toEqual([]);
  });

  it("#3 reset before the headers of a GET: retried, the second attempt brings the reply", async ({
    spy,
  }) => {
    const server = await chaosServer((socket, { number }) => {
      if (number === 1) socket.resetAndDestroy();
      else answerJson(socket, []);
    });
    expect(await getAllGeneratorData(clientOf(spy, server.url))).toEqual([]);
    expect(server.heads).toHaveLength(2);
    expect(spy.events).toContainEqual(
      expect.objectContaining({ type: "failure", attempt: 1, reason: "sent" }),
    );
  });

  it("#4 reset in the middle of a JSON body: retried, nothing of the half reply is kept", async ({ spy }) => {
    const server = await chaosServer((socket, { number }) => {
      if (number > 1) return answerJson(socket, { job_runs: [] });
      socket.write(
        `${head(200, { "Content-Type": "application/json", "Content-Length": 100 })}{"job_runs":[`,
      );
      setTimeout(() => socket.resetAndDestroy(), 20);
    });
    expect(await getBatchSummaryData(clientOf(spy, server.url), "b")).toEqual({ job_runs: [] });
    expect(spy.events).toContainEqual(
      expect.objectContaining({ type: "failure", attempt: 1, reason: "body" }),
    );
  });

  it.for(["", "{"])("#5 headers and %j, then silence: the stall clock ends it", async (body, { spy }) => {
    const server = await chaosServer((socket) => {
      socket.write(`${head(200, { "Content-Type": "application/json", "Content-Length": 100 })}${body}`);
    });
    const client = clientOf(spy, server.url, { timeouts: { stallMs: 100 }, retries: 0 });
    const error = await spy.thrown(getAllGeneratorData(client));
    expect(error).toMatchObject({ name: "TimeoutError", clock: "stall", limitMs: 100 });
  });

  it("#5 no headers at all: the headers clock ends it, for each attempt", async ({ spy }) => {
    const server = await chaosServer(() => {});
    const client = clientOf(spy, server.url, { timeouts: { headersMs: 100 }, retries: 1 });
    const error = await spy.thrown(getAllGeneratorData(client));
    expect(error).toMatchObject({ clock: "headers" });
    expect(error.message).toContain("(attempt 2)");
    expect(server.heads).toHaveLength(2);
  });

  it("#6 a byte now and then: the clock of the JSON body ends it, although it never stalls", async ({
    spy,
  }) => {
    const server = await listening([{ path: "/api/jobs/", fault: { trickle: { bytes: 1, everyMs: 20 } } }]);
    const client = clientOf(spy, server.url, { timeouts: { stallMs: 10_000, bodyMs: 300 }, retries: 0 });
    const error = await spy.thrown(getAllGeneratorData(client));
    expect(error).toMatchObject({ name: "TimeoutError", clock: "body" });
  });

  it("the total clock ends a call with all its attempts", async ({ spy }) => {
    const server = await listening([{ path: "/api/jobs/", fault: { reply: { status: 503 } } }]);
    const client = clientOf(spy, server.url, { timeouts: { totalMs: 150 }, retries: 1000 });
    const error = await spy.thrown(getAllGeneratorData(client));
    expect(error).toMatchObject({ name: "TimeoutError", clock: "total" });
  });
});

describe("retries", () => {
  const inTwoSeconds = {
    "Retry-After": "Wed, 21 Oct 2015 07:28:02 GMT",
    Date: "Wed, 21 Oct 2015 07:28:00 GMT",
  };
  it.for([
    ["2", { "Retry-After": "2" }, 2000, 2000],
    ["a date two seconds after the server's own", inTwoSeconds, 2000, 2000],
    ["0", { "Retry-After": "0" }, 100, 100],
    ["garbage", { "Retry-After": "soon" }, 100, 500],
  ] as const)("#8 429 with Retry-After %s is obeyed", async ([, headers, least, most], { spy }) => {
    vi.useFakeTimers();
    const reply = { status: 429, headers };
    const { client } = served(spy, [{ path: "/api/jobs/", at: [1], fault: { reply } }]);
    const asked = getAllGeneratorData(client);
    const waited = await timeUntil(asked);
    expect(await asked).toHaveLength(4);
    expect(retries(spy).map(({ delayMs }) => delayMs >= least && delayMs <= most)).toEqual([true]);
    expect(waited).toBeGreaterThanOrEqual(least);
    expect(waited).toBeLessThanOrEqual(most + 50);
  });

  it("#8 429 with Retry-After 600: a RateLimitError says so, and nothing is asked again", async ({ spy }) => {
    const reply = { status: 429, headers: { "Retry-After": "600" } };
    const { client, emulator } = served(spy, [{ path: "/api/jobs/", fault: { reply } }]);
    const error = await spy.thrown(getAllGeneratorData(client));
    expect(error).toMatchObject({ name: "RateLimitError", status: 429, retryAfterMs: 600_000 });
    expect(error.message).toContain("try again in 600 s");
    expect(emulator.requests).toHaveLength(1);
  });

  it("#9 503 three times, then 200: the pauses keep within the bounds of the jitter", async ({ spy }) => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 2 ** 32 - 1 }), async (random) => {
        spy.events.length = 0;
        vi.useFakeTimers();
        vi.spyOn(crypto, "getRandomValues").mockImplementation((array) => {
          (array as Uint32Array)[0] = random;
          return array;
        });
        const { client } = served(spy, [
          { path: "/api/jobs/", at: [1, 2, 3], fault: { reply: { status: 503 } } },
        ]);
        const asked = getAllGeneratorData(client);
        await timeUntil(asked);
        vi.restoreAllMocks();
        expect(await asked).toHaveLength(4);
        const fraction = random / 2 ** 32;
        const expected = [500, 1000, 2000].map((bound) => Math.max(100, fraction * bound));
        expect(retries(spy).map(({ delayMs }) => delayMs)).toEqual(expected);
      }),
      { numRuns: 20 },
    );
  });

  it("gives up after four retries with the last error, and 0 retries means none", async ({ spy }) => {
    vi.useFakeTimers();
    const faults = [
      { path: "/api/jobs/", fault: { reply: { status: 503, headers: { "X-Request-Id": "r-1" } } } },
    ];
    for (const [retries, attempts] of [
      [4, 5],
      [0, 1],
    ]) {
      const { client, emulator } = served(spy, faults, { retries });
      const failed = spy.thrown(getAllGeneratorData(client));
      await timeUntil(failed);
      expect(await failed).toMatchObject({
        name: "ServerError",
        status: 503,
        attempt: attempts,
        requestId: "r-1",
      });
      expect(emulator.requests).toHaveLength(attempts as number);
    }
  });

  it.for([400, 401, 403, 404, 501])("status %d is not asked for again", async (status, { spy }) => {
    const { client, emulator } = served(spy, [{ path: "/api/jobs/", fault: { reply: { status } } }]);
    expect(await spy.thrown(getAllGeneratorData(client))).toMatchObject({ status });
    expect(emulator.requests).toHaveLength(1);
  });

  it("#10 thousands of failing requests share one budget of retries", async ({ spy }) => {
    vi.useFakeTimers();
    const { client, emulator } = served(spy, [{ path: "*", fault: { reply: { status: 503 } } }]);
    const all = Promise.allSettled(Array.from({ length: 5000 }, () => getAllGeneratorData(client)));
    await timeUntil(all);
    expect((await all).every(({ status }) => status === "rejected")).toBe(true);
    // 500 tokens at 5 a retry; the log keeps the last 10,000 requests.
    expect(emulator.requests).toHaveLength(5000 + 100);
    expect(spy.events.filter(({ type }) => type === "warning")).toHaveLength(1);
  });

  it("#11 abort during the pause: rejects at once with the signal's reason", async ({ spy }) => {
    const server = await listening([
      { path: "/api/jobs/", fault: { reply: { status: 503, headers: { "Retry-After": "100" } } } },
    ]);
    const controller = new AbortController();
    const reason = new Error("enough");
    const asked = getAllGeneratorData(clientOf(spy, server.url), { signal: controller.signal });
    await vi.waitUntil(() => retries(spy).length > 0);
    controller.abort(reason);
    expect(await spy.thrown(asked)).toBe(reason);
    expect(server.requests).toHaveLength(1);
  });
});

describe("replies", () => {
  it("#12 a page in place of JSON: UnexpectedContentTypeError with its start, and no retry", async ({
    spy,
  }) => {
    const body = `<html><title>Proxy login</title>${"<p>please</p>".repeat(1000)}`;
    const reply = { headers: { "Content-Type": "text/html" }, body };
    const server = await listening([{ path: "/api/jobs/", fault: { reply } }]);
    const error = await spy.thrown(getAllGeneratorData(clientOf(spy, server.url)));
    expect(error).toMatchObject({ name: "UnexpectedContentTypeError", contentType: "text/html" });
    expect(error.message).toContain("(text/html) <html><title>Proxy login</title>");
    expect(error.message.length).toBeLessThan(420);
    expect(server.requests).toHaveLength(1);
  });

  it.for([
    ["empty", "", "it is empty"],
    ["cut off", '[{"name":', "it is not JSON, or ends too early"],
  ] as const)("#13 JSON that is %s: a schema error", async ([, body, words], { spy }) => {
    const reply = { headers: { "Content-Type": "application/json" }, body };
    const server = await listening([{ path: "/api/jobs/", fault: { reply } }]);
    const error = await spy.thrown(getAllGeneratorData(clientOf(spy, server.url)));
    expect(error).toMatchObject({ name: "ResponseSchemaError", issues: [{ path: "", message: words }] });
    expect(server.requests).toHaveLength(1);
  });

  it("#13 JSON that unpacks to 1 GiB: an error of size, in little memory", async () => {
    const reply = {
      headers: { "Content-Type": "application/json" },
      body: "[[[[[[[[",
      times: 2 ** 27,
      gzip: true,
    };
    const server = await startEmulator({ token: "t", faults: [{ path: "/api/jobs/", fault: { reply } }] });
    onTestFinished(() => server.close());
    // In a process of its own, so that only the client's memory counts.
    const program = `
      const { ApiClient } = await import(${JSON.stringify(dist("api/api-client.js"))});
      const { getAllGeneratorData } = await import(${JSON.stringify(dist("api/endpoints/get-all-generator-data.js"))});
      const client = new ApiClient({ token: "t", server: ${JSON.stringify(server.url)} });
      const { code, message } = await getAllGeneratorData(client).catch((error) => error);
      console.log(JSON.stringify({ code, message, mb: process.resourceUsage().maxRSS / 1024 }));`;
    const { stdout } = await execute(process.execPath, ["--input-type=module", "-e", program]);
    const { code, message, mb } = JSON.parse(stdout);
    expect(code).toBe("REPLY_TOO_LARGE");
    expect(message).toContain("more than 67108864 bytes");
    expect(mb).toBeLessThan(200);
  });

  const summary = "/api/batch/:id/summary/";
  it("#14 fields that nobody knows are kept; a missing in_progress is an error, not the end of a job", async ({
    spy,
  }) => {
    const { client, emulator } = served(spy);
    const { id } = await postBatch(client, SPILLS);
    emulator.setFaults([{ path: summary, fault: { json: [{ path: "job_runs.*.shade", set: "new" }] } }]);
    expect((await getBatchSummaryData(client, id)).job_runs[0]).toMatchObject({ shade: "new" });
    for (const edit of [{ omit: true }, { set: null }, { set: "false" }, { set: 0 }] as const) {
      emulator.setFaults([{ path: summary, fault: { json: [{ path: "job_runs.*.in_progress", ...edit }] } }]);
      const error = await spy.thrown(getBatchSummaryData(client, id));
      expect(error).toMatchObject({
        name: "ResponseSchemaError",
        issues: [{ path: "job_runs.0.in_progress" }],
      });
    }
  });

  it("#15 a server that redirects the submission: an error, one POST and no GET", async ({ spy }) => {
    const reply = { status: 301, headers: { Location: "/api/batch/" } };
    const server = await listening([{ method: "POST", path: "/api/batch/", fault: { reply } }]);
    const error = await spy.thrown(postBatch(clientOf(spy, server.url), SPILLS));
    expect(error).toMatchObject({ name: "UnexpectedRedirectError", locationOrigin: server.url });
    expect(error.message).toContain(`answered 301, a redirect to ${server.url}; check the server's URL`);
    expect(server.requests.map(({ method }) => method)).toEqual(["POST"]);
  });

  it("#16 a redirect of an API call to another origin: the token never goes there", async ({ spy }) => {
    const other = await chaosServer((socket) => answerJson(socket, []));
    const reply = { status: 302, headers: { Location: `${other.url}/api/jobs/` } };
    const server = await listening([{ path: "/api/jobs/", fault: { reply } }]);
    const error = await spy.thrown(getAllGeneratorData(clientOf(spy, server.url)));
    expect(error).toMatchObject({ name: "UnexpectedRedirectError", locationOrigin: other.url });
    expect(other.heads).toEqual([]);
  });

  it("#68 the bodies of errors are read or given up, so that connections do not pile up", async ({ spy }) => {
    const body = "x".repeat(1000);
    let open = 0;
    const server = await chaosServer((socket) => {
      open = Math.max(open, server.sockets.size);
      socket.write(`${head(500, { "Content-Length": 10_000_000 })}${body.repeat(1000)}`);
    });
    const client = clientOf(spy, server.url, { retries: 0 });
    for (let i = 0; i < 30; i++) {
      expect(await spy.thrown(getAllGeneratorData(client))).toMatchObject({ status: 500 });
    }
    expect(open).toBeLessThanOrEqual(3);
    expect(server.sockets.size).toBeLessThanOrEqual(3);
  });

  it.for([
    [0, 0],
    [3_600_000, 3_600_000],
    [-3_600_000, -3_600_000],
  ] as const)(
    "#24 a server's clock that is %d ms ahead is known, to the second",
    async ([skew, offset], { spy }) => {
      vi.useFakeTimers({ now: Date.UTC(2026, 2, 8, 9, 0, 0, 700) });
      const { client } = served(spy, [{ path: "/api/jobs/", fault: { clockSkewMs: skew } }]);
      await getAllGeneratorData(client);
      expect(Math.abs(client.clockOffsetMs - offset)).toBeLessThan(skew === 0 ? 1 : 1000);
    },
  );

  it("an id cannot lead a request elsewhere", async ({ spy }) => {
    const { client, emulator } = served(spy);
    expect(await spy.thrown(getBatchData(client, "../../admin"))).toMatchObject({ name: "NotFoundError" });
    expect(emulator.requests[0]?.path).toBe("/api/batch/..%2F..%2Fadmin/");
    expect(await spy.thrown(getBatchData(client, ".."))).toBeInstanceOf(TypeError);
  });
});
