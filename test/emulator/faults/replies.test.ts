import { describe, expect, test } from "vitest";
import type { Fault } from "../../../src/emulator/index.ts";
import { job, makeServer } from "../client.ts";

const TOKEN = { Authorization: "Token emulator" };
const PREVIEW = job("spills-v0.1.0", {}, true);

/** What one request gets, as a client without a network sees it. */
function faulty(fault: Fault, options: object = {}) {
  const server = makeServer({ ...options, faults: [{ path: "*", at: [1], fault }] });
  const ask = (path = "/api/jobs/", init: RequestInit = {}) =>
    server.emulator.fetch(new Request(`http://emulator.test${path}`, { headers: TOKEN, ...init }));
  return { ...server, ask };
}

const submission = { method: "POST", body: JSON.stringify({ name: "b", job_runs: [PREVIEW] }) };

describe("a reply of the plan", () => {
  test("has the status, headers and body that it says, and nothing is carried out", async () => {
    const { ask, get } = faulty({
      reply: { status: 429, headers: { "Retry-After": "2" }, body: { detail: "slow down" } },
    });
    const response = await ask("/api/batch/", submission);
    expect([response.status, response.headers.get("Retry-After")]).toEqual([429, "2"]);
    expect(response.headers.get("Content-Type")).toBe("application/json");
    expect(await response.json()).toEqual({ detail: "slow down" });
    expect((await get("/api/batch/")).body).toEqual([]);
  });

  test.each<[Fault["reply"], type: string, body: string]>([
    [
      { body: "<html>busy</html>", headers: { "Content-Type": "text/html" } },
      "text/html",
      "<html>busy</html>",
    ],
    [{ body: '{"id":', headers: { "Content-Type": "application/json" } }, "application/json", '{"id":'],
    [{}, "text/plain", ""],
    [{ body: [1, null] }, "application/json", "[1,null]"],
    [{ body: "ab", times: 3 }, "text/plain", "ababab"],
  ])("%j is sent as it is", async (reply, type, body) => {
    const response = await faulty({ reply }).ask();
    expect([response.status, response.headers.get("Content-Type")]).toEqual([200, type]);
    expect(response.headers.get("Content-Length")).toBe(String(body.length));
    expect(await response.text()).toBe(body);
  });

  test("is given for a submission that is carried out all the same, where the plan says so", async () => {
    const { ask, get } = faulty({ reply: { status: 504 }, accept: true });
    expect((await ask("/api/batch/", submission)).status).toBe(504);
    expect((await get("/api/batch/")).body).toHaveLength(1);
  });

  test("sends elsewhere", async () => {
    const { ask } = faulty({ reply: { status: 302, headers: { Location: "http://169.254.169.254/" } } });
    const response = await ask();
    expect([response.status, response.headers.get("Location")]).toEqual([302, "http://169.254.169.254/"]);
  });

  test("is small on the way and large unpacked", async () => {
    const { ask } = faulty({
      reply: { body: " ", times: 5_000_000, gzip: true, headers: { "Content-Type": "application/json" } },
    });
    const response = await ask();
    expect(response.headers.get("Content-Encoding")).toBe("gzip");
    const packed = await response.arrayBuffer();
    expect(packed.byteLength).toBeLessThan(50_000);
    const unpacked = new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip")));
    expect((await unpacked.text()).length).toBe(5_000_000);
  });
});

describe("a connection that is dropped", () => {
  test.each([
    [{ drop: true }, 0],
    [{ drop: true, accept: true }, 1],
  ])("by %j leaves %d batches, and fetch rejects", async (fault, batches) => {
    const { ask, get } = faulty(fault);
    await expect(ask("/api/batch/", submission)).rejects.toMatchObject({
      name: "TypeError",
      message: "fetch failed",
      cause: { code: "ECONNRESET" },
    });
    expect((await get("/api/batch/")).body).toHaveLength(batches);
  });
});

describe("the server's own answer", () => {
  test("comes late, and not at all to who is gone by then", async () => {
    expect((await faulty({ delayMs: 20 }).ask()).status).toBe(200);
    const { ask, get } = faulty({ delayMs: 1e9 });
    const late = ask("/api/batch/", { ...submission, signal: AbortSignal.timeout(50) });
    await expect(late).rejects.toThrow(/timeout/);
    expect((await get("/api/batch/")).body).toHaveLength(1);
  });

  test("has other headers, a clock that is wrong", async () => {
    const { ask, clock } = faulty({
      headers: { ETag: '"other"', "Content-Type": null },
      clockSkewMs: -3_600_000,
    });
    const { headers } = await ask();
    expect([headers.get("ETag"), headers.get("Content-Type")]).toEqual(['"other"', null]);
    expect(headers.get("Date")).toBe("Wed, 10 Aug 2022 12:50:41 GMT");
    expect(clock.ms).toBe(Date.UTC(2022, 7, 10, 13, 50, 41, 753));
  });

  test("is that to a request with other headers", async () => {
    expect((await faulty({ requestHeaders: { Authorization: null } }).ask()).status).toBe(401);
    const { ask, get } = faulty({ requestHeaders: { "X-Other": "1" } });
    expect((await ask("/api/batch/", submission)).status).toBe(201);
    expect((await get("/api/batch/")).body).toHaveLength(1);
  });

  test.each<[Fault["json"], (reply: { job_runs: object[] }) => unknown]>([
    [[{ path: "extra", set: 1 }], (reply) => ({ ...reply, extra: 1 })],
    [[{ path: "id", omit: true }], ({ ...reply }) => ({ ...reply, id: undefined })],
    [[{ path: "job_runs", first: 1 }], (reply) => ({ ...reply, job_runs: reply.job_runs.slice(0, 1) })],
    [[{ path: "job_runs", reverse: true }], (reply) => ({ ...reply, job_runs: reply.job_runs.toReversed() })],
    [
      [{ path: "job_runs.*.in_progress", omit: true }],
      (reply) => ({ ...reply, job_runs: reply.job_runs.map((run) => ({ ...run, in_progress: undefined })) }),
    ],
    [
      [{ path: "job_runs.*.result_url", set: "http://10.0.0.1/" }],
      (reply) => ({
        ...reply,
        job_runs: reply.job_runs.map((run) => ({ ...run, result_url: "http://10.0.0.1/" })),
      }),
    ],
    [
      [
        { path: "job_runs", first: 1 },
        { path: "name", set: null },
      ],
      (reply) => ({ ...reply, name: null, job_runs: reply.job_runs.slice(0, 1) }),
    ],
    [[{ path: "nothing.here", set: 1 }], (reply) => reply],
    [[{ path: "", set: "else" }], () => "else"],
  ])("is JSON changed by %j", async (json, changed) => {
    const { submit, get, emulator } = makeServer();
    const { body } = await submit(PREVIEW, job("spills-v0.1.0", { size: 9 }));
    emulator.setFaults([{ path: "*", at: [1], fault: { json } }]);
    const path = `/api/batch/${body.id}/`;
    const [broken, whole] = [(await get(path)).body, (await get(path)).body];
    expect(broken).toEqual(changed(whole));
  });

  test("hides what is new, in lists that may be turned round or lack names", async () => {
    const { submit, get, clock, emulator } = makeServer();
    const ids: string[] = [];
    for (let i = 0; i < 3; i++) {
      ids.push((await submit(PREVIEW)).body.id);
      clock.ms += 1000;
    }
    const listed = async (...json: NonNullable<Fault["json"]>) => {
      emulator.setFaults([{ path: "/api/batch/", fault: { json } }]);
      const { body } = await get("/api/batch/");
      return body as { id: string; name?: string }[];
    };
    const shown = async (hideForMs: number) => (await listed({ path: "", hideForMs })).map(({ id }) => id);
    expect(await shown(1000)).toEqual(ids);
    expect(await shown(1001)).toEqual(ids.slice(0, 2));
    expect(await shown(90_000)).toEqual([]);
    clock.ms += 90_000;
    expect(await shown(90_000)).toEqual(ids);
    expect((await listed({ path: "", reverse: true })).map(({ id }) => id)).toEqual(ids.toReversed());
    for (const item of await listed({ path: "*.name", omit: true })) {
      expect(Object.keys(item)).toEqual(["id", "created"]);
    }
  });
});

describe("a body", () => {
  const read = async (fault: Fault) => Buffer.from(await (await faulty(fault).ask()).arrayBuffer());

  test("has one byte that is wrong", async () => {
    const whole = await read({});
    for (const offset of [0, 100, whole.length - 1]) {
      const broken = await read({ flipByte: offset });
      expect(broken[offset]).toBe((whole[offset] ?? 0) ^ 0xff);
      broken[offset] = whole[offset] ?? 0;
      expect(Buffer.compare(broken, whole)).toBe(0);
    }
    expect(Buffer.compare(await read({ flipByte: whole.length }), whole)).toBe(0);
  });

  test("comes in small pieces", async () => {
    const pieces: number[] = [];
    const { body } = await faulty({ trickle: { bytes: 3000, everyMs: 1 } }).ask();
    for await (const piece of body as unknown as AsyncIterable<Uint8Array>) pieces.push(piece.length);
    const whole = await read({});
    const full = Math.floor(whole.length / 3000);
    expect(full).toBeGreaterThan(1);
    expect(pieces).toEqual([...new Array(full).fill(3000), whole.length % 3000]);
  });

  test.each([
    [{ stop: { afterBytes: 100, by: "reset" } }, "ECONNRESET"],
    [{ stop: { afterBytes: 100, by: "close" } }, "UND_ERR_SOCKET"],
    [{ stop: { afterBytes: 1e9, by: "reset" } }, "ECONNRESET"],
    [{ noLength: true, stop: { afterBytes: 100, by: "reset" } }, "ECONNRESET"],
  ] as const)("breaks off by %j", async (fault, code) => {
    const response = await faulty(fault).ask();
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toMatchObject({ cause: { code } });
  });

  test("cut short without a length looks whole", async () => {
    const response = await faulty({ noLength: true, stop: { afterBytes: 100, by: "close" } }).ask();
    expect(response.headers.get("Content-Length")).toBeNull();
    expect(await response.text()).toHaveLength(100);
  });

  test.each([0, 100])("stays away after %d bytes until the client gives up", async (afterBytes) => {
    const { ask } = faulty({ stop: { afterBytes, by: "silence" } });
    const response = await ask("/api/jobs/", { signal: AbortSignal.timeout(50) });
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow(/timeout/);
  });
});
