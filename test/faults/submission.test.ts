import fc from "fast-check";
import { afterEach, describe, expect, vi } from "vitest";
import { ApiClient } from "../../src/api/api-client.ts";
import { getBatchData } from "../../src/api/endpoints/get-batch-data.ts";
import { getBatchList } from "../../src/api/endpoints/get-batch-list.ts";
import { postBatch } from "../../src/api/endpoints/post-batch.ts";
import { ApiError } from "../../src/api/errors/api-error.ts";
import { ConnectionError } from "../../src/api/errors/connection-error.ts";
import { createEmulator } from "../../src/emulator/create-emulator.ts";
import { startEmulator } from "../../src/emulator/start-emulator.ts";
import { Session } from "../../src/session/session.ts";
import type { SubmissionCost } from "../../src/session/submission/approve-cost.ts";
import { DuplicateSubmissionError } from "../../src/session/submission/duplicate-submission-error.ts";
import { listSubmissions } from "../../src/session/submission/list-submissions.ts";
import { reconcileSubmission } from "../../src/session/submission/reconcile-submission.ts";
import { SubmissionUnknownError } from "../../src/session/submission/submission-unknown-error.ts";
import { denoPath } from "../package/deno-path.ts";
import { passTime } from "../util/pass-time.ts";
import { it } from "./util/fault-test.ts";
import {
  batchesOf,
  killNow,
  openSession,
  postFaults,
  posts,
  startServer,
  statesTold,
  submitApart,
} from "./util/submitting.ts";

vi.setConfig({ testTimeout: 90_000 });

const JOBS = [{ size: 1 }, { size: 2 }];

afterEach(() => {
  vi.useRealTimers();
});

async function entriesIn(journal: string) {
  return (await listSubmissions({ journal })).entries;
}

describe("an answer that is lost", () => {
  it("#17 a server that began anew gives its batches the ids of earlier ones: the batch is adopted all the same", async ({
    spy,
  }) => {
    const journal = await spy.folder();
    const first = await startEmulator({ seed: "again", token: spy.token });
    const earlier = await (await openSession(first.url, { spy, journal })).submit(JOBS);
    await first.close();
    const { port } = first;
    const second = await startServer({
      seed: "again",
      port,
      faults: postFaults({ drop: true, accept: true }),
    });
    const batch = await (await openSession(second.url, { spy, journal })).submit(JOBS);
    expect(batch.batchId).toBe(earlier.batchId);
    expect(posts(second)).toHaveLength(1);
  });

  it("#17 POST accepted, response dropped: there is one batch, and it is adopted by its suffix", async ({
    spy,
  }) => {
    const emulator = await startServer({ faults: postFaults({ drop: true, accept: true }) });
    const journal = await spy.folder();
    const session = await openSession(emulator.url, { spy, journal });
    const batch = await session.submit(JOBS, { batchName: "spill sizes" });
    const [made, ...others] = await batchesOf(emulator);
    expect(others).toEqual([]);
    expect(posts(emulator)).toHaveLength(1);
    expect(batch.batchId).toBe(made?.id);
    expect(batch.name).toBe("spill sizes");
    const [entry] = await entriesIn(journal);
    expect(entry).toMatchObject({ state: "accepted", batchId: batch.batchId, sentName: made?.name });
    expect(made?.name).toBe(`spill sizes ~if-${entry?.submissionId}`);
    expect(statesTold(spy)).toEqual(["sending", "unknown", "reconciling", "accepted"]);
    expect(await session.getBatchesLastNDays(1)).toMatchObject([{ name: "spill sizes" }]);
  });

  it("#17 on Deno, whose fetch makes requests again by itself: one POST, one batch", async ({ spy }) => {
    const emulator = await startServer({ faults: postFaults({ drop: true, accept: true }) });
    const runtime = [denoPath(), "run", "-A", "--node-modules-dir=manual"] as const;
    const given = { server: emulator.url, journal: await spy.folder(), numJobs: 2, runtime };
    const { batchId } = await submitApart(given).outcome;
    expect(posts(emulator)).toHaveLength(1);
    expect(await batchesOf(emulator)).toMatchObject([{ id: batchId }]);
  });

  it("#18 POST accepted, 504 after 60 s, batch appears 90 s later: reconciled, not sent again", async ({
    spy,
  }) => {
    const journal = await spy.folder();
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date", "performance"] });
    const start = Date.now();
    const emulator = createEmulator({
      token: spy.token,
      faults: [
        ...postFaults({ accept: true, reply: { status: 504 }, delayMs: 60_000 }),
        { method: "GET", path: "/api/batch/", fault: { json: [{ path: "", hideForMs: 150_000 }] } },
      ],
    });
    const session = await Session.connect({
      server: "http://127.0.0.1:8090",
      token: spy.token,
      generator: "spills-v0.1.0",
      fetch: (input, init) => emulator.fetch(new Request(input, init)),
      journal,
      onEvent: spy.onEvent,
    });
    const batch = await passTime(session.submit(JOBS));
    expect(Date.now() - start).toBeGreaterThanOrEqual(150_000);
    expect(posts(emulator)).toHaveLength(1);
    expect(statesTold(spy)).toEqual(["sending", "unknown", "reconciling", "accepted"]);
    expect(await entriesIn(journal)).toMatchObject([{ state: "accepted", batchId: batch.batchId }]);
    const looks = emulator.requests.filter(({ method, path }) => method === "GET" && path === "/api/batch/");
    expect(looks.length).toBeGreaterThan(3);
    expect(looks.length).toBeLessThan(10);
  });

  it("#19 POST dropped before it was accepted: the outcome is unknown, the journal says so, and only force sends again", async ({
    spy,
  }) => {
    const emulator = await startServer({ faults: postFaults({ drop: true }) });
    const journal = await spy.folder();
    const session = await openSession(emulator.url, { spy, journal });
    const options = { batchName: "spill sizes", reconcileTimeoutMs: 0 };
    const error = await spy.thrown(session.submit(JOBS, options));
    expect(error).toBeInstanceOf(SubmissionUnknownError);
    expect(error.cause).toBeInstanceOf(ConnectionError);
    const { submissionId } = error as SubmissionUnknownError;
    expect(error.message).toContain(`infinity-frames submissions reconcile ${submissionId}`);
    expect(error.message).toContain("--force-resubmit");
    expect(await entriesIn(journal)).toMatchObject([{ submissionId, state: "unknown", jobCount: 2 }]);

    const again = await spy.thrown(session.submit(JOBS, options));
    expect(again).toMatchObject({ name: "SubmissionUnknownError", submissionId });
    expect(posts(emulator)).toHaveLength(1);

    const batch = await session.submit(JOBS, { ...options, forceResubmit: true });
    expect(posts(emulator)).toHaveLength(2);
    expect(batch.name).toBe("spill sizes");
    expect(await batchesOf(emulator)).toMatchObject([{ name: `spill sizes ~if-${submissionId}.2` }]);
    expect(await entriesIn(journal)).toMatchObject([{ submissionId, state: "accepted", attempt: 2 }]);
  });

  it("#19 the attempt that was forced is refused: the outcome of the first stays unknown, and only force sends again", async ({
    spy,
  }) => {
    const emulator = await startServer({
      faults: postFaults({ drop: true }, { reply: { status: 400 } }, { drop: true }),
    });
    const journal = await spy.folder();
    const session = await openSession(emulator.url, { spy, journal });
    const options = { reconcileTimeoutMs: 0 };
    const { submissionId } = (await spy.thrown(session.submit(JOBS, options))) as SubmissionUnknownError;
    const refused = await spy.thrown(session.submit(JOBS, { ...options, forceResubmit: true }));
    expect(refused).toMatchObject({ name: "ApiError", status: 400 });
    expect(await entriesIn(journal)).toMatchObject([{ submissionId, state: "unknown", attempt: 2 }]);

    const again = await spy.thrown(session.submit(JOBS, options));
    expect(again).toMatchObject({ name: "SubmissionUnknownError", submissionId });
    expect(posts(emulator)).toHaveLength(2);
  });

  it("#20 a connection that breaks by the code of one that never was: looked for, not sent again", async ({
    spy,
  }) => {
    const emulator = await startServer({ faults: postFaults() });
    // A network that goes away while an answer is awaited cannot be made here, so the system's own error is given.
    const cause = Object.assign(new Error("read EHOSTUNREACH"), { code: "EHOSTUNREACH", syscall: "read" });
    const session = await Session.connect({
      ...{ server: emulator.url, token: spy.token, generator: "spills-v0.1.0", onEvent: spy.onEvent },
      journal: await spy.folder(),
      fetch: async (input, init) => {
        const response = await fetch(input, init);
        if (init?.method !== "POST") return response;
        await response.body?.cancel();
        throw new TypeError("fetch failed", { cause });
      },
    });
    const batch = await session.submit(JOBS);
    expect(posts(emulator)).toHaveLength(1);
    expect(await batchesOf(emulator)).toMatchObject([{ id: batch.batchId }]);
    expect(statesTold(spy)).toEqual(["sending", "unknown", "reconciling", "accepted"]);
  });

  it("#20 POST refused connection: sent once the server can be reached, one batch", async ({ spy }) => {
    const journal = await spy.folder();
    const first = await startEmulator({ token: spy.token });
    const session = await openSession(first.url, { spy, journal });
    await first.close();
    const submitted = session.submit(JOBS);
    await vi.waitFor(() => expect(spy.events).toContainEqual(expect.objectContaining({ type: "retry" })));
    const second = await startServer({ port: first.port, faults: postFaults() });
    const batch = await submitted;
    expect(await batchesOf(second)).toMatchObject([{ id: batch.batchId }]);
    expect(statesTold(spy)).toEqual(["sending", "accepted"]);
  });

  it("#20 POST answered 429: sent again when the server says, one batch", async ({ spy }) => {
    const reply = { status: 429, headers: { "Retry-After": "0" } };
    const emulator = await startServer({ faults: postFaults({ reply }, { reply }) });
    const session = await openSession(emulator.url, { spy, journal: await spy.folder() });
    const batch = await session.submit(JOBS);
    expect(posts(emulator).map(({ status }) => status)).toEqual([429, 429, 201]);
    expect(await batchesOf(emulator)).toMatchObject([{ id: batch.batchId }]);
    expect(statesTold(spy)).toEqual(["sending", "accepted"]);
  });
});

describe("a process that dies", () => {
  it("#21 kill -9 between journal and response: the next run adopts the batch and sends nothing", async ({
    spy,
  }) => {
    const emulator = await startServer({ faults: postFaults({ delayMs: 60_000 }) });
    const journal = await spy.folder();
    const given = { server: emulator.url, journal, numJobs: 3 };
    const { child } = submitApart(given);
    await vi.waitFor(async () => expect(await batchesOf(emulator)).toHaveLength(1), { timeout: 20_000 });
    const early = await submitApart(given).outcome;
    expect(early).toMatchObject({ code: "SUBMISSION_PENDING" });
    await killNow(child);
    const [entry] = await entriesIn(journal);
    expect(entry).toMatchObject({ state: "sending", pid: child.pid });

    const rerun = await submitApart(given).outcome;
    const [made, ...others] = await batchesOf(emulator);
    expect(others).toEqual([]);
    expect(rerun).toMatchObject({ batchId: made?.id, designRows: [1, 2, 3] });
    expect(posts(emulator)).toHaveLength(1);
    expect(await entriesIn(journal)).toMatchObject([{ state: "accepted", batchId: made?.id }]);
    const { token } = spy;
    const found = await reconcileSubmission({ token, journal, submissionId: entry?.submissionId ?? "" });
    expect(found.table.array("design_row")).toEqual([1, 2, 3]);
  });

  it("#21 kill -9 before the server took it: the next run refuses, until it is told to send again", async ({
    spy,
  }) => {
    const reply = { status: 503 };
    const emulator = await startServer({ faults: postFaults({ reply, delayMs: 60_000 }) });
    const journal = await spy.folder();
    const given = { server: emulator.url, journal, numJobs: 3 };
    const { child } = submitApart(given);
    await vi.waitFor(() => expect(posts(emulator)).toHaveLength(1), { timeout: 20_000 });
    await killNow(child);
    const options = { reconcileTimeoutMs: 0 };
    const rerun = await submitApart({ ...given, options }).outcome;
    expect(rerun).toMatchObject({ code: "SUBMISSION_UNKNOWN" });
    expect(posts(emulator)).toHaveLength(1);
    const forced = await submitApart({ ...given, options: { ...options, forceResubmit: true } }).outcome;
    const made = await batchesOf(emulator);
    expect(made).toMatchObject([{ id: forced.batchId, name: expect.stringMatching(/^~if-.*\.2$/) }]);
  });
});

describe("what the server's list may be like", () => {
  it("#22 two batches with the same suffix: DuplicateSubmissionError with both ids", async ({ spy }) => {
    const emulator = await startServer({ faults: postFaults({ drop: true, accept: true }) });
    const journal = await spy.folder();
    const session = await openSession(emulator.url, { spy, journal });
    emulator.setFaults([
      ...postFaults({ drop: true, accept: true }),
      { method: "GET", path: "/api/batch/", at: [1], fault: { json: [{ path: "", first: 0 }] } },
    ]);
    const unknown = await spy.thrown(session.submit(JOBS, { reconcileTimeoutMs: 0 }));
    const { submissionId } = unknown as SubmissionUnknownError;
    const [made] = await batchesOf(emulator);
    const client = new ApiClient({ server: emulator.url, token: spy.token });
    const { name, job_runs } = await getBatchData(client, made?.id ?? "");
    const jobParams = job_runs.map(({ param_values }) => param_values);
    const twin = await postBatch(client, { generator: "spills-v0.1.0", name, jobParams, isPreview: false });

    const { token } = spy;
    const error = await spy.thrown(reconcileSubmission({ token, journal, submissionId }));
    expect(error).toBeInstanceOf(DuplicateSubmissionError);
    expect((error as DuplicateSubmissionError).batchIds).toEqual([made?.id, twin.id]);
    expect(await spy.thrown(session.submit(JOBS))).toBeInstanceOf(DuplicateSubmissionError);
    expect(posts(emulator)).toHaveLength(2);
    emulator.setFaults([]);
    const forced = await session.submit(JOBS, { forceResubmit: true });
    expect([made?.id, twin.id]).not.toContain(forced.batchId);
    expect(posts(emulator)).toHaveLength(3);
  });

  it.for([
    ["lacks names", [{ path: "*.name", omit: true }]],
    ["is reversed", [{ path: "", reverse: true }]],
    [
      "lacks names and is reversed",
      [
        { path: "*.name", omit: true },
        { path: "", reverse: true },
      ],
    ],
  ] as const)("#23 the list %s: the batch is found all the same", async ([, json], { spy }) => {
    const emulator = await startServer({ faults: postFaults() });
    const session = await openSession(emulator.url, { spy, journal: await spy.folder() });
    const elsewhere = await openSession(emulator.url, { spy, journal: await spy.folder() });
    for (const batchName of ["a", "b", "c"]) await elsewhere.submit(JOBS, { batchName });
    emulator.setFaults([
      ...postFaults({ drop: true, accept: true }),
      { method: "GET", path: "/api/batch/", fault: { json } },
    ]);
    const batch = await session.submit(JOBS, { batchName: "mine", reconcileTimeoutMs: 0 });
    emulator.setFaults(postFaults());
    await session.submit(JOBS, { batchName: "later" });
    const made = await batchesOf(emulator);
    expect(made).toHaveLength(5);
    expect(made[3]).toMatchObject({ id: batch.batchId, name: expect.stringMatching(/^mine ~if-/) });
  });

  it("#23 the list is paginated: the batch is found on the last page", async ({ spy }) => {
    const emulator = createEmulator({ token: spy.token, faults: postFaults() });
    let pages = 0;
    const inPages = async (request: Request): Promise<Response> => {
      const response = await emulator.fetch(request);
      const url = new URL(request.url);
      if (request.method !== "GET" || url.pathname !== "/api/batch/") return response;
      pages++;
      const items = (await response.json()) as unknown[];
      const first = Number(url.searchParams.get("offset") ?? 0);
      url.searchParams.set("offset", String(first + 2));
      url.host = "elsewhere.test";
      const next = first + 2 < items.length ? url.href : null;
      return Response.json({ count: items.length, next, results: items.slice(first, first + 2) });
    };
    const asked: string[] = [];
    const session = await Session.connect({
      server: "http://127.0.0.1:8090",
      token: spy.token,
      generator: "spills-v0.1.0",
      fetch: (input, init) => {
        const request = new Request(input, init);
        asked.push(new URL(request.url).host);
        return inPages(request);
      },
      journal: await spy.folder(),
      onEvent: spy.onEvent,
    });
    for (const batchName of ["a", "b", "c", "d"]) await session.submit(JOBS, { batchName });
    emulator.setFaults(postFaults({ drop: true, accept: true }));
    const batch = await session.submit(JOBS, { batchName: "mine", reconcileTimeoutMs: 0 });
    expect(batch.name).toBe("mine");
    expect(pages).toBe(3);
    expect(await session.getBatchesLastNDays(1)).toHaveLength(5);
    expect(new Set(asked)).toEqual(new Set(["127.0.0.1:8090"]));
  });

  it("#23 the list has a shape that nobody knows: an error, never 'there is none'", async ({ spy }) => {
    const emulator = await startServer({
      faults: [
        ...postFaults({ drop: true, accept: true }),
        { method: "GET", path: "/api/batch/", fault: { json: [{ path: "", set: { batches: [] } }] } },
      ],
    });
    const session = await openSession(emulator.url, { spy, journal: await spy.folder() });
    const error = await spy.thrown(session.submit(JOBS));
    expect(error).toBeInstanceOf(SubmissionUnknownError);
    expect(error.message).toContain("the server does not say: GET api/batch/ answered JSON of another shape");
  });
});

describe("what is sent", () => {
  it("#27 NaN, infinities, BigInt, undefined and dates in parameters: refused before any request, naming job and key", async ({
    spy,
  }) => {
    const emulator = await startServer({ faults: postFaults() });
    const session = await openSession(emulator.url, { spy, journal: await spy.folder() });
    const requests = emulator.requests.length;
    const bad = fc.constantFrom<unknown>(
      Number.NaN,
      Number.POSITIVE_INFINITY,
      Number.NEGATIVE_INFINITY,
      new Date(0),
      2n ** 60n,
      {},
      [1],
      () => 1,
    );
    const numbers = session.space.generator.params.flatMap(({ name, type }) =>
      type === "float" || type === "int" ? [name] : [],
    );
    const job = fc.nat({ max: 4 });
    await fc.assert(
      fc.asyncProperty(bad, job, fc.constantFrom(...numbers), async (value, row, name) => {
        const jobs = Array.from({ length: 5 }, (_, i) => (i === row ? { [name]: value } : { size: 1 }));
        await expect(session.submit(jobs as never)).rejects.toThrow(`job ${row}: "${name}" must be`);
      }),
      { numRuns: 60 },
    );
    const client = new ApiClient({ server: emulator.url, token: spy.token });
    const never = fc.oneof(bad, fc.constant(undefined), fc.bigInt());
    await fc.assert(
      fc.asyncProperty(never, job, async (value, row) => {
        const jobParams = Array.from({ length: 5 }, (_, i) => ({ size: i === row ? value : 1 }));
        const posted = postBatch(client, { generator: "g", name: "", isPreview: false, jobParams } as never);
        expect((await spy.thrown(posted)).message).toContain(`Job ${row}: "size" cannot be sent as JSON`);
      }),
      { numRuns: 60 },
    );
    expect(emulator.requests).toHaveLength(requests);
    expect(statesTold(spy)).toEqual([]);
  });

  it.for([10_000, 50_000])(
    "#28 %d jobs: one POST with its length, prepared in time and memory",
    async (numJobs, { spy }) => {
      const emulator = await startServer({ quota: 1e9, faults: postFaults() });
      const given = { server: emulator.url, journal: await spy.folder(), numJobs };
      const { batchId, preparedMs, rssMb } = await submitApart(given).outcome;
      expect(await batchesOf(emulator)).toMatchObject([{ id: batchId }]);
      const [post, ...others] = posts(emulator);
      expect(others).toEqual([]);
      expect(Number(post?.headers["content-length"])).toBeGreaterThan(numJobs * 100);
      expect(post?.headers["transfer-encoding"]).toBeUndefined();
      expect(preparedMs).toBeLessThan(numJobs / 10);
      expect(rssMb).toBeLessThan(400);
    },
  );

  it("#28 10,000 wrong jobs: the error shows 20 of them", async ({ spy }) => {
    const emulator = await startServer();
    const session = await openSession(emulator.url, { spy, journal: await spy.folder() });
    const jobs = Array.from({ length: 10_000 }, () => ({ size: -1 }));
    const error = await spy.thrown(session.submit(jobs));
    const lines = error.message.split("\n");
    expect(lines).toHaveLength(22);
    expect(lines[0]).toBe("The jobs have 10000 problems:");
    expect(lines.at(-1)).toContain("and 9980 more");
    expect(posts(emulator)).toEqual([]);
  });

  it("#29 413 on a large body: refused with advice, nothing submitted", async ({ spy }) => {
    const emulator = await startServer({ maxBodyBytes: 100_000, faults: postFaults() });
    const journal = await spy.folder();
    const session = await openSession(emulator.url, { spy, journal });
    const jobs = Array.from({ length: 10_000 }, () => ({ size: 1 }));
    const error = await spy.thrown(session.submit(jobs));
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ status: 413 });
    expect(error.message).toContain("split the jobs into several batches");
    expect(await entriesIn(journal)).toMatchObject([{ state: "refused", jobCount: 10_000 }]);
    expect(statesTold(spy)).toEqual(["sending", "refused"]);
    expect(await batchesOf(emulator)).toEqual([]);
  });
});

describe("what it may cost", () => {
  it("#30 the estimate fails, or is not one: nothing is submitted, and nobody is asked", async ({ spy }) => {
    const path = "/api/batch/estimate/";
    const emulator = await startServer();
    const journal = await spy.folder();
    const session = await openSession(emulator.url, { spy, journal });
    const confirm = vi.fn(() => true);
    const faults = [{ reply: { status: 418 } }, { json: [{ path: "", first: 1 }] }];
    for (const fault of faults) {
      emulator.setFaults([{ path, fault }]);
      await spy.thrown(session.submit(JOBS, { confirm }));
      await spy.thrown(session.submit(JOBS, { maxSamples: 1e9 }));
    }
    expect(confirm).not.toHaveBeenCalled();
    expect(posts(emulator)).toEqual([]);
    expect(await entriesIn(journal)).toEqual([]);
  });

  it("#30 the estimate is more than is allowed, or is declined: nothing is submitted", async ({ spy }) => {
    const emulator = await startServer();
    const session = await openSession(emulator.url, { spy, journal: await spy.folder() });
    const samplesPerJob = await session.estimateSamples(JOBS);
    const samples = samplesPerJob.reduce((sum, each) => sum + each);
    const limited = await spy.thrown(session.submit(JOBS, { maxSamples: samples - 1 }));
    expect(limited).toMatchObject({ code: "SAMPLE_LIMIT", samples, maxSamples: samples - 1 });
    const costs: SubmissionCost[] = [];
    const decline = async (cost: SubmissionCost) => costs.push(cost) < 0;
    const declined = await spy.thrown(session.submit(JOBS, { confirm: decline }));
    expect(declined).toMatchObject({ code: "SUBMISSION_DECLINED", samples });
    expect(costs).toEqual([{ numJobs: 2, isPreview: false, samples, samplesPerJob }]);
    const mute = (() => undefined) as never;
    expect(await spy.thrown(session.submit(JOBS, { confirm: mute }))).toMatchObject({ samples });
    expect(posts(emulator)).toEqual([]);
    const batch = await session.submit(JOBS, { maxSamples: samples, confirm: async () => true });
    expect(await getBatchList(new ApiClient({ server: emulator.url, token: spy.token }))).toMatchObject([
      { id: batch.batchId },
    ]);
  });
});
