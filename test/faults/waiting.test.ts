import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, vi } from "vitest";
import type { WarningEvent } from "../../src/api/client-event.ts";
import { timeRangeQuery } from "../../src/api/endpoints/time-range.ts";
import { createEmulator } from "../../src/emulator/create-emulator.ts";
import type { EmulatorOptions } from "../../src/emulator/emulator-options.ts";
import type { BatchProgress } from "../../src/index.ts";
import { Session } from "../../src/session/session.ts";
import { BatchTimeoutError } from "../../src/session/waiting/batch-timeout-error.ts";
import { it, SECRET, type Spy } from "./util/fault-test.ts";

const SUMMARY = "/api/batch/:id/summary/";
const HOUR = 3_600_000;

/** A batch of three jobs that run one after the other, on the fake clock of the tests. */
async function submitted(spy: Spy, options: EmulatorOptions = {}) {
  const emulator = createEmulator({ token: SECRET, parallelJobs: 1, ...options });
  const fetch = (input: RequestInfo | URL, init?: RequestInit) => emulator.fetch(new Request(input, init));
  const session = await Session.connect({
    token: SECRET,
    server: "http://127.0.0.1:1",
    generator: "spills-v0.1.0",
    fetch,
    onEvent: spy.onEvent,
  });
  return { emulator, batch: await session.submit([{ size: 10 }, { size: 20 }, { size: 30 }]) };
}

function warnings(spy: Spy): string[] {
  return spy.events
    .filter((event): event is WarningEvent => event.type === "warning")
    .map(({ message }) => message);
}

/** Lets fake time pass until a promise is settled, and says how much, in milliseconds. */
async function timeUntil(promise: Promise<unknown>, stepMs = 1000): Promise<number> {
  const start = performance.now();
  let isDone = false;
  const done = (): void => {
    isDone = true;
  };
  promise.then(done, done);
  while (!isDone) await vi.advanceTimersByTimeAsync(stepMs);
  return performance.now() - start;
}

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 2, 8, 9, 0, 0) });
});

afterEach(() => {
  vi.useRealTimers();
});

describe("watch()", () => {
  it("says after each look how far the batch is, and looks ever less often", async ({ spy }) => {
    const { emulator, batch } = await submitted(spy, { jobDurationMs: 200_000 });
    const seen: BatchProgress[] = [];
    const watching = (async () => {
      for await (const progress of batch.watch()) seen.push(progress);
    })();
    await timeUntil(watching);
    expect(seen.at(0)).toMatchObject({ numJobs: 3, numJobsRemaining: 3, numJobsFailed: 0 });
    expect(seen.at(-1)).toMatchObject({ numJobs: 3, numJobsRemaining: 0 });
    const times = emulator.requests
      .filter(({ path }) => path.endsWith("/summary/"))
      .map(({ timeMs }) => timeMs);
    const pauses = times.slice(1).map((time, i) => time - (times[i] as number));
    const expected = pauses.map((_, i) => Math.min(2000 * 1.5 ** i, 30_000));
    // Within 20 %, and the millisecond that timers may be off.
    for (const [i, pause] of pauses.entries()) {
      const wanted = expected[i] as number;
      expect(Math.abs(pause - wanted)).toBeLessThanOrEqual(0.2 * wanted + 1);
    }
    expect(
      new Set(pauses.map((pause, i) => (pause / (expected[i] as number)).toFixed(3))).size,
    ).toBeGreaterThan(3);
    expect(spy.events.filter(({ type }) => type === "wait")).toHaveLength(seen.length);
  });

  it("ends with the loop that is left, and asks nothing more", async ({ spy }) => {
    const { emulator, batch } = await submitted(spy, { jobDurationMs: HOUR });
    for await (const _ of batch.watch()) break;
    const { length } = emulator.requests;
    await vi.advanceTimersByTimeAsync(HOUR);
    expect(emulator.requests).toHaveLength(length);
  });

  it("notices once that nothing happens any more, and goes on", async ({ spy }) => {
    const { batch } = await submitted(spy, { jobDurationMs: 2 * HOUR, parallelJobs: 3 });
    const stalled: boolean[] = [];
    await timeUntil(batch.awaitCompletion({ onProgress: ({ isStalled }) => stalled.push(isStalled) }));
    expect(stalled).toContain(true);
    expect(stalled.at(-1)).toBe(false);
    expect(warnings(spy)).toEqual([
      expect.stringMatching(/^No job of batch .* has ended for 30 min; 3 are in progress$/),
    ]);
  });

  it("takes failed looks for warnings, ten in a row for an error", async ({ spy }) => {
    const { emulator, batch } = await submitted(spy, { jobDurationMs: 60_000 });
    const reply = { status: 503, headers: { "Retry-After": "0" } };
    // Five attempts a look: nine looks fail, then one succeeds.
    emulator.setFaults([
      { path: SUMMARY, at: Array.from({ length: 45 }, (_, i) => i + 1), fault: { reply } },
    ]);
    const waiting = batch.awaitCompletion();
    await timeUntil(waiting);
    expect(await waiting).toHaveLength(3);
    expect(warnings(spy)).toHaveLength(9);
    emulator.setFaults([{ path: SUMMARY, fault: { reply } }]);
    const failing = spy.thrown(batch.awaitCompletion());
    await timeUntil(failing);
    expect(await failing).toMatchObject({ name: "ServerError", status: 503 });
    expect(warnings(spy)).toHaveLength(18);
  });

  it("waits as long as a busy server asks, up to the deadline", async ({ spy }) => {
    const { emulator, batch } = await submitted(spy, { jobDurationMs: 1000 });
    const reply = { status: 429, headers: { "Retry-After": "3600" } };
    emulator.setFaults([{ path: SUMMARY, at: [1], fault: { reply } }]);
    const waiting = batch.awaitCompletion();
    expect(await timeUntil(waiting)).toBeGreaterThanOrEqual(HOUR);
    expect(await waiting).toHaveLength(3);
    emulator.setFaults([{ path: SUMMARY, fault: { reply } }]);
    const late = spy.thrown(batch.awaitCompletion({ timeoutMs: 60_000 }));
    const waited = await timeUntil(late);
    expect(waited).toBeLessThan(80_000);
    expect(await late).toBeInstanceOf(BatchTimeoutError);
  });

  it("#14 job_runs shrinks: an error that names the lost job", async ({ spy }) => {
    const { emulator, batch } = await submitted(spy, { jobDurationMs: 0 });
    emulator.setFaults([{ path: SUMMARY, fault: { json: [{ path: "job_runs", first: 2 }] } }]);
    for (const waiting of [batch.awaitCompletion(), batch.watch().next()]) {
      const error = await spy.thrown(waiting);
      expect(error.message).toBe(`The summary of batch ${batch.batchId} lacks job ${batch.jobIds[2]}`);
    }
  });
});

describe("deadlines", () => {
  it("#26 a time-out of 25 hours ends after 25 hours, not after one", async ({ spy }) => {
    const { batch } = await submitted(spy, { jobDurationMs: 100 * HOUR });
    const late = spy.thrown(batch.awaitCompletion({ timeoutMs: 25 * HOUR }));
    const waited = await timeUntil(late, 60_000);
    expect(await late).toBeInstanceOf(BatchTimeoutError);
    expect(await late).toMatchObject({ numJobsRemaining: 3 });
    expect(waited).toBeGreaterThanOrEqual(25 * HOUR);
    expect(waited).toBeLessThanOrEqual(25 * HOUR + 60_000);
  });

  it.for([-HOUR, HOUR])(
    "#24 the local clock jumps by %d ms while waiting: the deadline stays",
    async (jumpMs, { spy }) => {
      const { batch } = await submitted(spy, { jobDurationMs: 100 * HOUR });
      const late = spy.thrown(batch.awaitCompletion({ timeoutMs: 600_000 }));
      await vi.advanceTimersByTimeAsync(60_000);
      vi.setSystemTime(Date.now() + jumpMs);
      const waited = 60_000 + (await timeUntil(late));
      expect(await late).toBeInstanceOf(BatchTimeoutError);
      expect(waited).toBeGreaterThanOrEqual(600_000);
      expect(waited).toBeLessThanOrEqual(602_000);
    },
  );

  it("a server that no longer answers does not hold back the deadline", async ({ spy }) => {
    const { emulator, batch } = await submitted(spy, { jobDurationMs: 100 * HOUR });
    emulator.setFaults([{ path: SUMMARY, fault: { delayMs: 1e9 } }]);
    const late = spy.thrown(batch.awaitCompletion({ timeoutMs: 60_000 }));
    expect(await timeUntil(late)).toBeLessThanOrEqual(72_000);
    expect(await late).toBeInstanceOf(BatchTimeoutError);
  });
});

describe("#25 times", () => {
  const execute = promisify(execFile);
  const session = JSON.stringify(
    fileURLToPath(new URL("../../dist/api/endpoints/last-n-days.js", import.meta.url)),
  );
  const range = JSON.stringify(
    fileURLToPath(new URL("../../dist/api/endpoints/time-range.js", import.meta.url)),
  );

  // In 2026, clocks go forward on March 8 in North America; Kathmandu is 5:45 ahead all year.
  it.for(["Asia/Kathmandu", "America/St_Johns", "America/Los_Angeles", "UTC"])(
    "in %s, across a change of clocks, days have 24 hours and queries are in UTC",
    async (TZ) => {
      const program = `
        const now = Date.parse("2026-03-09T10:00:00Z");
        Date = class extends Date { constructor(...args) { super(...(args.length ? args : [now])); } };
        const { lastNDays } = await import(${session});
        const { timeRangeQuery } = await import(${range});
        console.log(JSON.stringify(timeRangeQuery(lastNDays(3))), new Date(2026, 0, 1).getTimezoneOffset());`;
      const { stdout } = await execute(process.execPath, ["--input-type=module", "-e", program], {
        env: { ...process.env, TZ },
      });
      expect(stdout).toContain(
        '{"start_time":"2026-03-06T10:00:00.000Z","end_time":"2026-03-09T10:00:00.000Z"}',
      );
      expect(stdout.trim().endsWith(" 0")).toBe(TZ === "UTC");
    },
  );

  it("any instant travels as the same instant, with its offset encoded", async ({ spy }) => {
    vi.useRealTimers();
    const { emulator } = await submitted(spy);
    const times = fc.date({ noInvalidDate: true, min: new Date(0), max: new Date(4e12) });
    await fc.assert(
      fc.property(times, (time) => {
        const { start_time } = timeRangeQuery({ startTime: time });
        expect(start_time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
        expect(new Date(start_time as string)).toEqual(time);
      }),
    );
    const query = new URLSearchParams({
      start_time: "2026-03-08T01:30:00-03:30",
      end_time: "2099-01-01T00:00:00+05:45",
    });
    expect(String(query)).toContain("%2B05%3A45");
    const response = await emulator.fetch(
      new Request(`http://127.0.0.1:1/api/batch/?${query}`, {
        headers: { Authorization: `Token ${SECRET}` },
      }),
    );
    expect(await response.json()).toHaveLength(1);
  });
});
