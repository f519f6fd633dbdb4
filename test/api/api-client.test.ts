import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { inspect } from "node:util";
import { describe, expect, it, vi } from "vitest";
import { ApiClient } from "../../src/api/api-client.ts";
import { getAllPreviewJobData } from "../../src/api/endpoints/get-all-preview-job-data.ts";
import { getAllStandardJobData } from "../../src/api/endpoints/get-all-standard-job-data.ts";
import { getBatchData } from "../../src/api/endpoints/get-batch-data.ts";
import { getBatchList } from "../../src/api/endpoints/get-batch-list.ts";
import { getSingleGeneratorData } from "../../src/api/endpoints/get-single-generator-data.ts";
import { postBatch } from "../../src/api/endpoints/post-batch.ts";
import { postBatchEstimate } from "../../src/api/endpoints/post-batch-estimate.ts";
import { postJobPreview } from "../../src/api/endpoints/post-job-preview.ts";
import { postJobRun } from "../../src/api/endpoints/post-job-run.ts";
import { ApiError } from "../../src/api/errors/api-error.ts";
import { ConnectionError } from "../../src/api/errors/connection-error.ts";
import { TimeoutError } from "../../src/api/errors/timeout-error.ts";
import { UnexpectedReplyError } from "../../src/api/errors/unexpected-reply-error.ts";
import { serve } from "../util/serve.ts";

const TOKEN = 'SECRET/0123+"45=67';

function client(answer: () => Response | Promise<Response>): ApiClient {
  return new ApiClient({
    token: TOKEN,
    server: "https://api.example.com/",
    fetch: async () => answer(),
    retries: 0,
  });
}

async function thrown(promise: Promise<unknown>): Promise<Error> {
  return promise.then(
    () => Promise.reject(new Error("nothing was thrown")),
    (error: Error) => error,
  );
}

describe("ApiClient", () => {
  it("sends token and types, with a slash before the query", async () => {
    const served = serve();
    await getBatchList(new ApiClient(served), {
      startTime: new Date("2022-08-10T13:50:41.753Z"),
      endTime: new Date("2022-08-11T00:00:00Z"),
    });
    const [request] = served.requests;
    const query = "start_time=2022-08-10T13%3A50%3A41.753Z&end_time=2022-08-11T00%3A00%3A00.000Z";
    expect(request?.url).toBe(`http://127.0.0.1:8090/api/batch/?${query}`);
    expect(request?.headers.get("authorization")).toBe("Token emulator");
    expect(request?.headers.get("accept")).toBe("application/json");
    expect(request?.redirect).toBe("manual");
  });

  it("takes a server with or without a trailing slash", async () => {
    for (const server of ["http://127.0.0.1:8090", "http://127.0.0.1:8090/"]) {
      const served = { ...serve(), server };
      await getSingleGeneratorData(new ApiClient(served), "spills-v0.1.0");
      expect(served.requests[0]?.url).toBe("http://127.0.0.1:8090/api/jobs/spills-v0.1.0/");
    }
  });

  it.each(["", " ", "a b", "a\nb", "a’b"])("refuses the token %j without showing it", (token) => {
    expect(() => new ApiClient({ token })).toThrow(
      /^The token must (be a non-empty string|hold visible ASCII)/,
    );
  });

  it("takes token and server from the environment where they are not given", () => {
    vi.stubEnv("INFINITY_API_TOKEN", "");
    expect(() => new ApiClient()).toThrow("There is no token: pass one, or set INFINITY_API_TOKEN");
    vi.stubEnv("INFINITY_API_TOKEN", "t");
    expect(new ApiClient().server).toBe("https://api.toinfinity.ai");
    vi.stubEnv("INFINITY_API_SERVER", "https://api.example.com/");
    expect(new ApiClient().server).toBe("https://api.example.com");
    expect(new ApiClient({ server: "https://other.example.com" }).server).toBe("https://other.example.com");
    vi.unstubAllEnvs();
  });

  it.each([
    "",
    "example.com",
    "http://api.example.com",
    "ftp://x",
    "https://u:p@example.com",
    "https://x.example/?a=1",
    "https://x.example/#a",
  ])("refuses the server %j", (server) => {
    expect(() => new ApiClient({ token: "t", server })).toThrow(TypeError);
  });

  it("does not let an id change the path", async () => {
    const served = serve();
    await expect(getBatchData(new ApiClient(served), "../../admin")).rejects.toThrow(ApiError);
    expect(served.requests[0]?.url).toBe("http://127.0.0.1:8090/api/batch/..%2F..%2Fadmin/");
    await expect(getBatchData(new ApiClient(served), "..")).rejects.toThrow(TypeError);
    await expect(getBatchData(new ApiClient(served), "")).rejects.toThrow(TypeError);
  });

  it("tells status, path and what the server said", async () => {
    const served = serve();
    const error = await thrown(getSingleGeneratorData(new ApiClient(served), "nope-v1"));
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ status: 404, method: "GET", path: "api/jobs/nope-v1/", code: "API_404" });
    expect(error.message).toContain("nope-v1");
  });

  it("refuses to follow a redirect", async () => {
    const redirect = new Response(null, { status: 301, headers: { location: "https://evil.example/" } });
    const error = await thrown(
      getSingleGeneratorData(
        client(() => redirect),
        "x",
      ),
    );
    expect(error).toBeInstanceOf(UnexpectedReplyError);
    expect(error.message).toContain("answered 301, a redirect");
  });

  it.each([
    [
      "a page",
      () => new Response("<html>", { headers: { "content-type": "text/html" } }),
      "answered something else than JSON: (text/html) <html>",
    ],
    ["JSON of another shape", () => Response.json({ id: 1 }), "answered JSON of another shape: id:"],
    ["nothing", () => new Response(null), "answered something else than JSON: nothing (no content type)"],
  ])("refuses %s", async (_, answer, message) => {
    const error = await thrown(getBatchData(client(answer), "x"));
    expect(error).toBeInstanceOf(UnexpectedReplyError);
    expect(error.message).toContain(message);
  });

  it("keeps unknown fields", async () => {
    const reply = { id: "a", name: "", created: "2022-08-10T13:50:41.753409+00:00", job_runs: [], extra: 1 };
    expect(
      await getBatchData(
        client(() => Response.json(reply)),
        "a",
      ),
    ).toEqual(reply);
  });

  it("names the server when it cannot be reached", async () => {
    const port = await freePort();
    const error = await thrown(
      getBatchData(new ApiClient({ token: TOKEN, server: `http://127.0.0.1:${port}`, retries: 0 }), "a"),
    );
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error.message).toContain(`did not reach http://127.0.0.1:${port}: `);
    expect(error.message).toContain("ECONNREFUSED");
  });

  it("gives up when the reply does not end in time", async () => {
    const server = createServer((_, response) => response.writeHead(200).write("{"));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    const slow = new ApiClient({
      token: TOKEN,
      server: `http://127.0.0.1:${port}`,
      timeouts: { stallMs: 100 },
      retries: 0,
    });
    const error = await thrown(getBatchData(slow, "a"));
    server.closeAllConnections();
    server.close();
    expect(error).toBeInstanceOf(TimeoutError);
    expect(error.message).toBe("GET api/batch/a/ sent nothing more for 100 ms");
  });

  it("says that a submission whose reply was lost may have been carried out", async () => {
    const server = createServer((request) => request.socket.destroy());
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    const broken = new ApiClient({ token: TOKEN, server: `http://127.0.0.1:${port}`, retries: 0 });
    const submission = { generator: "g", name: "", jobParams: [{}], isPreview: false };
    const error = await thrown(postBatch(broken, submission));
    const harmless = await thrown(getBatchData(broken, "a"));
    server.close();
    expect(error).toMatchObject({ name: "ConnectionError", phase: "sent" });
    expect(error.message).toMatch(
      /^POST api\/batch\/ broke off: .*it may have been carried out all the same/,
    );
    expect(harmless.message).toMatch(/^GET api\/batch\/a\/ broke off: /);
    expect(harmless.message).not.toContain("carried out");
    const away = new ApiClient({ token: TOKEN, server: `http://127.0.0.1:${await freePort()}`, retries: 0 });
    expect(await thrown(postBatch(away, submission))).toMatchObject({ phase: "connect" });
  });

  it("ends a request when the signal aborts while it waits", async () => {
    const server = createServer(() => {});
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    const controller = new AbortController();
    const waiting = getBatchData(new ApiClient({ token: TOKEN, server: `http://127.0.0.1:${port}` }), "a", {
      signal: controller.signal,
    });
    setTimeout(() => controller.abort("enough"), 20);
    await expect(waiting).rejects.toBe("enough");
    server.closeAllConnections();
    server.close();
  });

  it.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 31])(
    "refuses a time-out of %d ms",
    (headersMs) => {
      expect(() => new ApiClient({ token: "t", timeouts: { headersMs } })).toThrow(RangeError);
    },
  );

  it("rejects with the signal's reason", async () => {
    const reason = new Error("enough");
    const aborted = getBatchData(new ApiClient(serve()), "a", { signal: AbortSignal.abort(reason) });
    expect(await thrown(aborted)).toBe(reason);
  });

  it("never shows the token", async () => {
    const forms = [TOKEN, encodeURIComponent(TOKEN), btoa(TOKEN)];
    const echo = () => Response.json({ detail: `you sent ${forms.join(" ")}` }, { status: 400 });
    const nested = () => Response.json({ detail: { sent: TOKEN } }, { status: 400 });
    const broken = () =>
      Promise.reject(new TypeError("fetch failed", { cause: new Error(`header ${TOKEN}`) }));
    const errors = [
      await thrown(getBatchData(client(echo), "a")),
      await thrown(getBatchData(client(nested), "a")),
    ];
    const said = [client(echo), ...errors].map((x) => inspect(x, { depth: 9 }));
    const quoted = () => new Response(`Token ${TOKEN}`);
    for (const answer of [broken, quoted]) {
      said.push(inspect(await thrown(getBatchData(client(answer), "a")), { depth: 9 }));
    }
    const shown = [...said, JSON.stringify(client(echo))].join("\n");
    expect(shown).toContain("you sent [redacted] [redacted] [redacted]");
    for (const form of [...forms, "SECRET"]) expect(shown).not.toContain(form);
  });
});

describe("postBatch()", () => {
  it.each([
    [{ generator: "", jobParams: [{}] }, "The generator must not be empty"],
    [{ generator: "g", jobParams: [] }, "There are no jobs to submit: at least one is wanted"],
    [{ generator: "g", jobParams: [{}, [1]] }, "Job 1 must be an object of parameter values, got [1]"],
    [{ generator: "g", jobParams: "x" }, "The jobs must be a list of objects"],
    [
      { generator: "g", jobParams: [{}].values() },
      "The jobs must be a list that can be gone through twice, got an iterator",
    ],
    [{ generator: "g", jobParams: [{ a: Number.NaN }] }, 'Job 0: "a" cannot be sent as JSON, got NaN'],
    [{ generator: "g", jobParams: [{ a: 1n }] }, 'Job 0: "a" cannot be sent as JSON, got 1'],
    [{ generator: "g", jobParams: [{ a: undefined }] }, 'Job 0: "a" cannot be sent as JSON, got undefined'],
  ])("refuses a wrong submission before any request (%#)", async (submission, message) => {
    const served = serve();
    const posted = postBatch(new ApiClient(served), { name: "", isPreview: false, ...submission } as never);
    await expect(posted).rejects.toThrow(new TypeError(message));
    expect(served.requests).toEqual([]);
  });
});

describe("postJobRun() and postJobPreview()", () => {
  it("submit one job at a time into one batch", async () => {
    const api = new ApiClient(serve());
    const job = { generator: "spills-v0.1.0", params: { size: 10 } };
    const first = await postJobPreview(api, job);
    const second = await postJobPreview(api, { ...job, batchId: first.batch_id });
    expect(second.batch_id).toBe(first.batch_id);
    const previews = await getAllPreviewJobData(api, { batchId: first.batch_id });
    expect(previews.map(({ id }) => id)).toEqual([first.id, second.id]);
    const { id } = await postJobRun(api, job);
    expect((await getAllStandardJobData(api)).map((run) => run.id)).toEqual([id]);
  });

  it("refuse what would not arrive as it is", async () => {
    const api = new ApiClient(serve());
    await expect(postJobRun(api, { generator: "", params: {} })).rejects.toThrow(TypeError);
    await expect(postJobPreview(api, { generator: "g", params: { a: Number.NaN } })).rejects.toThrow(
      'The job: "a" cannot be sent as JSON, got NaN',
    );
  });
});

describe("postBatchEstimate()", () => {
  it("refuses a reply without one estimate per job", async () => {
    const submission = { generator: "g", name: "", jobParams: [{}], isPreview: false };
    const error = await thrown(
      postBatchEstimate(
        client(() => Response.json([1, 2, 3])),
        submission,
      ),
    );
    expect(error.message).toBe("POST api/batch/estimate/ answered 3 estimates for 1 jobs");
  });
});

describe("getBatchList()", () => {
  it("refuses a range that ends before it starts", async () => {
    const range = { startTime: new Date(2), endTime: new Date(1) };
    await expect(getBatchList(new ApiClient(serve()), range)).rejects.toThrow(RangeError);
  });
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
