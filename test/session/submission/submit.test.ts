import { readdir, utimes, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { table } from "arquero";
import { afterEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { ApiClient } from "../../../src/api/api-client.ts";
import type { ClientEvent } from "../../../src/api/client-event.ts";
import { getBatchList } from "../../../src/api/endpoints/get-batch-list.ts";
import { createEmulator } from "../../../src/emulator/create-emulator.ts";
import type { FaultPlan } from "../../../src/emulator/faults/fault.ts";
import { Session } from "../../../src/session/session.ts";
import { Journal } from "../../../src/session/submission/journal.ts";
import { JournalError } from "../../../src/session/submission/journal-error.ts";
import { reconcileSubmission } from "../../../src/session/submission/reconcile-submission.ts";
import { SubmissionPendingError } from "../../../src/session/submission/submission-pending-error.ts";
import { SubmissionUnknownError } from "../../../src/session/submission/submission-unknown-error.ts";
import { passTime } from "../../util/pass-time.ts";
import { temporaryFolder } from "../../util/temporary-folder.ts";
import { entryOf } from "./entries.ts";

const SERVER = "http://127.0.0.1:8090";
const JOBS = [{ size: 1 }, { size: 2 }];
const LOST: FaultPlan = [
  { method: "POST", path: "/api/batch/", at: [1], fault: { drop: true, accept: true } },
];

afterEach(() => {
  vi.useRealTimers();
});

/** An emulator without a network that takes submissions once a gate is open, and a session with it. */
async function open(
  faults: FaultPlan = [],
  {
    journal = "",
    now = Date.now,
    gate = Promise.resolve(),
  }: { journal?: string; now?: () => number; gate?: Promise<void> } = {},
) {
  const emulator = createEmulator({ faults, now });
  const events: ClientEvent[] = [];
  const options = {
    server: SERVER,
    token: emulator.token,
    fetch: async (input: RequestInfo | URL, init?: RequestInit) => {
      if (init?.method === "POST") await gate;
      return emulator.fetch(new Request(input, init));
    },
    onEvent: (event: ClientEvent) => void events.push(event),
    journal: journal === "" ? await temporaryFolder() : journal,
  };
  const session = await Session.connect({ ...options, generator: "spills-v0.1.0" });
  const posts = () => emulator.requests.filter(({ method }) => method === "POST");
  const states = () => events.flatMap((event) => (event.type === "submission" ? [event.state] : []));
  const journaled = async () => (await new Journal(options.journal).content()).entries;
  const batches = () => getBatchList(new ApiClient(options));
  return { emulator, session, options, events, posts, states, journaled, batches };
}

describe("submit()", () => {
  it("sends nothing where it cannot be noted, and says what to do", async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, "file"), "");
    const { session, posts, options } = await open([], { journal: join(folder, "file") });
    const error = await session.submit(JOBS).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(JournalError);
    expect((error as JournalError).folder).toBe(options.journal);
    expect((error as Error).message).toMatch(
      /so nothing was sent: .*name another one by the option "journal" or INFINITY_FRAMES_STATE_DIR$/,
    );
    expect(posts()).toEqual([]);
  });

  it("notes nothing of jobs or options that are wrong", async () => {
    const { session, journaled, posts } = await open();
    await expect(session.submit([{ size: -1 }])).rejects.toThrow('"size" must be');
    await expect(session.submit(JOBS, { batchName: "x".repeat(67) })).rejects.toThrow(RangeError);
    await expect(session.submit(JOBS, { maxSamples: Number.NaN })).rejects.toThrow(RangeError);
    await expect(session.submit(JOBS, { reconcileTimeoutMs: -1 })).rejects.toThrow(RangeError);
    expect(await journaled()).toEqual([]);
    expect(posts()).toEqual([]);
  });

  it("returns a batch that is paid for even where that cannot be noted", async () => {
    const { session, events } = await open();
    const write = vi.spyOn(Journal.prototype, "write");
    write.mockResolvedValueOnce();
    write.mockRejectedValueOnce(new Error("disk full"));
    const batch = await session.submit(JOBS);
    write.mockRestore();
    expect(batch.numJobs).toBe(2);
    expect(events).toContainEqual({
      type: "warning",
      message: expect.stringMatching(/^Cannot note in .* is accepted: disk full$/),
    });
  });

  it("sends different jobs at once, and the same jobs one at a time", async () => {
    let openGate = () => {};
    const gate = new Promise<void>((resolve) => {
      openGate = resolve;
    });
    const { session, batches } = await open([], { gate });
    const errors: unknown[] = [];
    const submitted = [
      session.submit(JOBS, { batchName: "a" }),
      session.submit(JOBS, { batchName: "b" }),
      session.submit(JOBS, { forceResubmit: true }),
      session.submit([{ size: 3 }]),
      session.submit(JOBS, { isPreview: true }),
    ].map((each) => each.catch((error: unknown) => void errors.push(error)));
    await vi.waitFor(() => expect(errors).toHaveLength(2), { timeout: 10_000 });
    openGate();
    await Promise.all(submitted);
    expect(errors).toHaveLength(2);
    for (const error of errors) expect(error).toBeInstanceOf(SubmissionPendingError);
    expect(await batches()).toHaveLength(3);
    await session.submit(JOBS);
    expect(await batches()).toHaveLength(4);
  });

  it("looks for the batch of a process of another machine, and waits for none that is gone", async () => {
    const { session, options, journaled, posts } = await open(LOST);
    await session.submit(JOBS);
    const journal = new Journal(options.journal);
    const [entry] = await journaled();
    for (const owner of [
      { host: "elsewhere", pid: process.pid },
      { host: hostname(), pid: process.pid },
      { host: hostname(), pid: 2 ** 22 + 1 },
    ]) {
      await journal.write({ ...entry!, ...owner, state: "sending", batchId: undefined });
      const batch = await session.submit(JOBS);
      expect(batch.batchId).toBe(entry?.batchId);
    }
    expect(posts()).toHaveLength(1);
    await journal.write({ ...entry!, pid: process.ppid, state: "sending", batchId: undefined });
    await expect(session.submit(JOBS)).rejects.toThrow(`Process ${process.ppid} on ${hostname()}`);
    await journal.write({ ...entry!, server: "http://127.0.0.1:1", state: "unknown", batchId: undefined });
    const other = await session.submit(JOBS);
    expect(other.batchId).not.toBe(entry?.batchId);
  });

  it("sends once where it was stopped for long while it noted that, and another one took over", async () => {
    let letThrough = (): void => {};
    const gate = new Promise<void>((resolve) => {
      letThrough = resolve;
    });
    const { session, options, posts, events } = await open([], { gate });
    const other = await Session.connect({ ...options, generator: "spills-v0.1.0" });
    const { content } = Journal.prototype;
    let meanwhile: Promise<unknown> = Promise.resolve();
    vi.spyOn(Journal.prototype, "content").mockImplementationOnce(async function (this: Journal) {
      const before = await content.call(this);
      const lock = (await readdir(this.folder)).find((name) => name.endsWith(".lock")) ?? "";
      await utimes(join(this.folder, lock), 0, 0);
      meanwhile = other.submit(JOBS);
      await vi.waitUntil(() => events.some(({ type }) => type === "submission"));
      return before;
    });
    onTestFinished(() => void vi.restoreAllMocks());
    const submitted = session.submit(JOBS).catch((error: unknown) => error);
    setTimeout(letThrough, 500);
    expect(await submitted).toBeInstanceOf(SubmissionPendingError);
    await meanwhile;
    expect(posts()).toHaveLength(1);
  });

  it("gives an adopted batch its design rows", async () => {
    const { session } = await open(LOST);
    const batch = await session.submit(table({ design_row: [7, 3], size: [1, 2] }));
    expect(batch.table.select("design_row", "size").objects()).toEqual([
      { design_row: 7, size: 1 },
      { design_row: 3, size: 2 },
    ]);
  });

  it.each([
    [{ maxSample: 1 }, 'There is no option "maxSample" (did you mean "maxSamples"?)'],
    [{ confirm: true }, "confirm must be a function, got true"],
  ])("sends nothing with %j, which would be no limit", async (options, message) => {
    const { session, posts } = await open();
    await expect(session.submit(JOBS, options as never)).rejects.toThrow(new TypeError(message));
    expect(posts()).toEqual([]);
  });

  it("sends nothing beside a note that it cannot read, which may tell of the same jobs, unless forced", async () => {
    const { session, options, posts } = await open();
    const file = join(options.journal, `${entryOf(0, "unknown").submissionId}.json`);
    await writeFile(file, "{");
    const error = await session.submit(JOBS).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(JournalError);
    expect((error as Error).message).toContain(`nothing was sent: ${file} cannot be read`);
    expect(posts()).toEqual([]);
    await session.submit(JOBS, { forceResubmit: true });
    expect(posts()).toHaveLength(1);
  });
});

describe("submit() without a tag in the name", () => {
  it("finds the batch by its time and its jobs", async () => {
    const { session, emulator, batches } = await open();
    const options = { batchName: "plain", tagName: false };
    const first = await session.submit(JOBS, options);
    await session.submit([{ size: 1 }, { size: 3 }], options);
    await session.submit([{ size: 1 }], options);
    emulator.setFaults(LOST);
    const batch = await session.submit(JOBS, options);
    const made = await batches();
    expect(made.map(({ name }) => name)).toEqual(["plain", "plain", "plain", "plain"]);
    expect([made[0]?.id, made[3]?.id]).toEqual([first.batchId, batch.batchId]);
  });
});

describe("submit() that is aborted", () => {
  it("rejects with the reason, and tells and notes that the outcome is unknown", async () => {
    const { session, states, journaled, posts, emulator } = await open([
      { method: "POST", path: "/api/batch/", at: [1], fault: { delayMs: 60_000 } },
    ]);
    const controller = new AbortController();
    const submitted = session.submit(JOBS, { signal: controller.signal });
    const settled = submitted.catch((e: unknown) => e);
    await vi.waitFor(() => expect(posts()).toHaveLength(1));
    controller.abort("enough");
    expect(await settled).toBe("enough");
    expect(states()).toEqual(["sending", "unknown"]);
    expect(await journaled()).toMatchObject([{ state: "unknown", reason: "The call was aborted" }]);
    const batch = await session.submit(JOBS);
    expect(await journaled()).toMatchObject([{ state: "accepted", batchId: batch.batchId }]);
    expect(emulator.requests.filter(({ method }) => method === "POST")).toHaveLength(1);
  });

  it("knows that nothing was carried out while it waits to try again", async () => {
    const reply = { status: 429, headers: { "Retry-After": "100" } };
    const { session, states, events } = await open([
      { method: "POST", path: "/api/batch/", at: [1], fault: { reply } },
    ]);
    const controller = new AbortController();
    const settled = session.submit(JOBS, { signal: controller.signal }).catch((e: unknown) => e);
    await vi.waitFor(() => expect(events.at(-1)?.type).toBe("retry"));
    controller.abort("enough");
    expect(await settled).toBe("enough");
    expect(states()).toEqual(["sending", "refused"]);
    expect((await session.submit(JOBS)).numJobs).toBe(2);
  });

  it("sends and notes nothing when it was aborted before", async () => {
    const { session, journaled, posts } = await open();
    await expect(session.submit(JOBS, { signal: AbortSignal.abort("no") })).rejects.toBe("no");
    expect(await journaled()).toEqual([]);
    expect(posts()).toEqual([]);
  });
});

describe("looking for a batch", () => {
  it("goes on for five minutes, less and less often", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date", "performance"] });
    const { session, emulator } = await open([
      { method: "POST", path: "/api/batch/", at: [1], fault: { drop: true } },
    ]);
    const error = await passTime(session.submit(JOBS)).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(SubmissionUnknownError);
    const looks = emulator.requests.filter(({ method, path }) => method === "GET" && path === "/api/batch/");
    const pauses = looks.slice(1).map(({ timeMs }, i) => Math.round((timeMs - looks[i]!.timeMs) / 1000));
    expect(pauses).toEqual([2, 5, 10, 20, 40, 60, 60, 60, 43]);
  });

  it("asks for the time of the submission by the server's clock", async () => {
    const aheadMs = 3_600_000;
    const now = () => Date.now() + aheadMs;
    const skewed = { clockSkewMs: 0 };
    const { session, emulator } = await open(
      [
        { method: "GET", path: "*", fault: skewed },
        { method: "POST", path: "/api/batch/", at: [1], fault: { drop: true, accept: true } },
      ],
      { now },
    );
    const before = now();
    await session.submit(JOBS);
    const look = emulator.requests.find(({ method, path }) => method === "GET" && path === "/api/batch/");
    const query = new URLSearchParams(look?.query);
    const [start, end] = ["start_time", "end_time"].map((name) => Date.parse(query.get(name) ?? ""));
    expect(Math.abs(start! - (before - 900_000))).toBeLessThan(60_000);
    expect(Math.abs(end! - (before + 900_000))).toBeLessThan(60_000);
  });

  it("waits for a batch that is still being made", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date", "performance"] });
    const { session, emulator } = await open([
      ...LOST,
      { path: "/api/batch/:id/", at: [1, 2], fault: { json: [{ path: "job_runs", first: 1 }] } },
    ]);
    expect((await passTime(session.submit(JOBS))).numJobs).toBe(2);
    expect(emulator.requests.filter(({ path }) => /batch\/[^/]+\/$/.test(path))).toHaveLength(3);
  });

  it("does not take a batch of its name that has other jobs", async () => {
    const set = { path: "job_runs.*.param_values.size", set: 9 };
    const { session } = await open([...LOST, { path: "/api/batch/:id/", fault: { json: [set] } }]);
    const error = await session.submit(JOBS, { reconcileTimeoutMs: 0 }).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(SubmissionUnknownError);
    expect((error as Error).message).toMatch(/but batch \S+, which bears its name, has other jobs; it was/);
  });

  it("takes a batch to which the server added parameters", async () => {
    const set = { path: "job_runs.*.param_values.added", set: 9 };
    const { session, posts } = await open([...LOST, { path: "/api/batch/:id/", fault: { json: [set] } }]);
    expect((await session.submit(JOBS)).numJobs).toBe(2);
    expect(posts()).toHaveLength(1);
  });
});

describe("reconcileSubmission()", () => {
  it("gives the batch of an accepted submission", async () => {
    const { session, options, journaled } = await open();
    const batch = await session.submit(table({ design_row: [4, 5], size: [1, 2] }), { batchName: "a" });
    const [entry] = await journaled();
    const { server: _, ...rest } = options;
    const found = await reconcileSubmission({ ...rest, submissionId: entry?.submissionId ?? "" });
    expect([found.batchId, found.name]).toEqual([batch.batchId, "a"]);
    expect(found.table.array("design_row")).toEqual([4, 5]);
  });

  it("says why there is none", async () => {
    const { options } = await open();
    const journal = new Journal(options.journal);
    const refused = entryOf(0, "refused", { reason: "too dear" });
    const gone = entryOf(3_600_000, "sending");
    for (const entry of [refused, gone]) await journal.write(entry);
    const { submissionId } = refused;
    const find = (others: object) => reconcileSubmission({ ...options, submissionId, ...others });
    await expect(find({})).rejects.toMatchObject({
      code: "SUBMISSION_REFUSED",
      message: expect.stringContaining("was refused, so it has no batch: too dear"),
    });
    await expect(find({ submissionId: "x" })).rejects.toThrow(RangeError);
    await expect(find({ server: "http://127.0.0.1:1" })).rejects.toThrow(/was sent to .*:8090, not to .*:1$/);
    await expect(find({ submissionId: gone.submissionId })).rejects.toThrow(SubmissionUnknownError);
    expect(await journal.find(gone.submissionId)).toMatchObject({ state: "unknown" });
  });
});
