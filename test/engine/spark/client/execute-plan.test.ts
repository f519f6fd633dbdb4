// Protocol tests: the server is a fake one, see fake-spark.ts. The tests of the real one are in test/spark.
import { status } from "@grpc/grpc-js";
import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { connectFake, rejection, rows, sql, textsOf } from "./connect-fake.ts";
import { invalidHandle } from "./fake-failure.ts";
import type { Fate } from "./fake-spark.ts";

const BROKEN: Fate = { code: status.UNAVAILABLE, message: "the network is down" };
const TEXTS = ["row 0", "row 1", "row 2", "row 3", "row 4"];

test("execute() asks for a reattachable operation of its own, and lets go of it in the end", async () => {
  const { fake, client } = await connectFake();
  fake.answer = () => rows(2);
  expect(await textsOf(client.execute(sql("SELECT 1")))).toEqual(["row 0", "row 1"]);
  const [request] = fake.requests("ExecutePlan");
  expect(request).toMatchObject({
    session_id: client.sessionId,
    user: { user_id: "infinity-frames" },
    client_type: expect.stringMatching(/^infinity-frames\/\d/),
    operation_id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/),
    tags: [expect.stringMatching(/^infinity-frames\/[^,]+$/)],
    options: [{ reattach: { reattachable: true } }, { chunking: { allow: true, preferred_size: 2 ** 21 } }],
  });
  await vi.waitFor(() => expect(fake.operations.size).toBe(0));
  expect(fake.requests("Interrupt")).toEqual([]);
});

test.each([0, 1, 2, 3, 4, 5])("execute() goes on where the stream broke after %d responses", async (cut) => {
  for (const fate of ["end", BROKEN] as const) {
    const { fake, client } = await connectFake();
    fake.answer = () => rows(5);
    fake.fate = (stream, index) => (stream === 0 && index === cut ? fate : undefined);
    expect(await textsOf(client.execute(sql("SELECT 1")))).toEqual(TEXTS);
    const [operation] = fake.requests("ExecutePlan");
    expect(fake.requests("ReattachExecute")[0]).toMatchObject({
      session_id: client.sessionId,
      operation_id: operation?.operation_id,
      ...(cut === 0 ? {} : { last_response_id: `${operation?.operation_id}#${cut - 1}` }),
    });
  }
});

test("execute() gives each row once, however its streams end", async () => {
  const { fake, client } = await connectFake();
  const fates = fc.constantFrom<Fate[]>("end", BROKEN, {
    code: status.INTERNAL,
    message: "Received RST_STREAM with code 2",
  });
  const breaks = fc.array(fc.tuple(fc.nat(4), fates), { maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: 12 }), breaks, async (count, plan) => {
      const left = [...plan];
      let sent = 0;
      fake.answer = () => rows(count);
      fake.fate = () => {
        const [next] = left;
        if (next === undefined || sent++ < next[0]) return undefined;
        sent = 0;
        left.shift();
        return next[1];
      };
      const expected = Array.from({ length: count }, (_, index) => `row ${index}`);
      expect(await textsOf(client.execute(sql("SELECT 1")))).toEqual(expected);
    }),
    { numRuns: 25 },
  );
});

test("execute() leaves out a response that comes again", async () => {
  const { fake, client } = await connectFake();
  const id = { response_id: "the same#1" };
  fake.answer = () => [...rows(1), { ...rows(2)[1], ...id }, { ...rows(2)[1], ...id }];
  expect(await textsOf(client.execute(sql("SELECT 1")))).toEqual(["row 0", "row 1"]);
});

test.each(["OPERATION_NOT_FOUND", "SESSION_NOT_FOUND"])(
  "execute() sends a plan again that never arrived: %s",
  async (what) => {
    const { fake, client } = await connectFake();
    fake.answer = () => rows(2);
    fake.fate = (stream) => [BROKEN, invalidHandle(what), undefined][stream];
    expect(await textsOf(client.execute(sql("SELECT 1")))).toEqual(["row 0", "row 1"]);
    const sent = fake.requests("ExecutePlan");
    expect(sent.length).toBe(2);
    expect(sent[0]?.operation_id).toBe(sent[1]?.operation_id);
  },
);

test("execute() takes up an operation that began late", async () => {
  const { fake, client } = await connectFake();
  fake.fate = (stream) => {
    const [sent] = fake.requests("ExecutePlan");
    const operation = { responses: [...rows(2), { complete: {} }], released: 0, isInterrupted: false };
    if (stream === 2) fake.operations.set(sent?.operation_id, operation);
    const fates = [BROKEN, invalidHandle("OPERATION_NOT_FOUND"), invalidHandle("OPERATION_ALREADY_EXISTS")];
    return fates[stream];
  };
  expect(await textsOf(client.execute(sql("SELECT 1")))).toEqual(["row 0", "row 1"]);
  const methods = fake.calls.map(({ method }) => method).slice(0, 4);
  expect(methods).toEqual(["ExecutePlan", "ReattachExecute", "ExecutePlan", "ReattachExecute"]);
});

test.each(["OPERATION_NOT_FOUND", "SESSION_NOT_FOUND", "SESSION_CHANGED", "OPERATION_ABANDONED"])(
  "execute() is lost where the server has let go of it after a response: %s",
  async (what) => {
    const { fake, client } = await connectFake();
    fake.answer = () => rows(3);
    fake.fate = (stream, index) => (stream === 0 ? (index === 2 ? BROKEN : undefined) : invalidHandle(what));
    const error = await rejection(textsOf(client.execute(sql("SELECT 1"))));
    expect(error).toMatchObject({ name: "EngineConnectionError", kind: "lost", address: fake.address });
    expect(error.message).toContain("register its tables again");
    expect(fake.requests("ExecutePlan").length).toBe(1);
  },
);

test("execute() is lost when there is no response for too long", async () => {
  const { fake, client } = await connectFake({ reconnectTimeoutMs: 30 });
  fake.answer = () => rows(3);
  fake.fate = (stream, index) => (stream > 0 || index === 2 ? BROKEN : undefined);
  const error = await rejection(textsOf(client.execute(sql("SELECT 1"))));
  expect(error).toMatchObject({ name: "EngineConnectionError", kind: "lost" });
  expect(error.message).toContain("the network is down");
  expect(fake.requests("ReattachExecute").length).toBeGreaterThan(1);
});

test("execute() heeds how long the server asks it to wait", async () => {
  const { fake, client } = await connectFake({ reconnectTimeoutMs: 5000 });
  fake.answer = () => rows(1);
  const busy = { message: "busy", info: { errorClass: "BUSY", sqlState: "57000" } };
  fake.fate = (stream) => (stream === 0 ? { ...busy, retryAfterMs: 20 } : undefined);
  expect(await textsOf(client.execute(sql("SELECT 1")))).toEqual(["row 0"]);
  // Longer than it is patient: it does not ask again.
  const asked = fake.calls.length;
  fake.fate = () => ({ ...busy, retryAfterMs: 900_000 });
  const error = await rejection(textsOf(client.execute(sql("SELECT 1"))));
  expect(error).toMatchObject({ name: "QueryError", errorClass: "BUSY" });
  const since = fake.calls.slice(asked).map(({ method }) => method);
  expect(since.filter((method) => method === "ExecutePlan" || method === "ReattachExecute")).toEqual([
    "ExecutePlan",
  ]);
});

test("execute() tells the server in bulk what it need not keep", async () => {
  const { fake, client } = await connectFake();
  fake.answer = () => rows(1000);
  expect((await textsOf(client.execute(sql("SELECT 1")))).length).toBe(1000);
  await vi.waitFor(() => expect(fake.operations.size).toBe(0));
  const releases = fake.requests("ReleaseExecute");
  expect(releases.filter(({ all }) => all !== undefined).length).toBe(1);
  expect(releases.length).toBeGreaterThan(1);
  expect(releases.length).toBeLessThan(6);
});

test("execute() goes on after responses that it has released", async () => {
  const { fake, client } = await connectFake();
  fake.answer = () => rows(600);
  const cuts = new Set([100, 300, 500]);
  fake.fate = (_, index) => (cuts.delete(index) ? BROKEN : undefined);
  expect((await textsOf(client.execute(sql("SELECT 1")))).length).toBe(600);
  expect(fake.requests("ReattachExecute").length).toBe(3);
  expect(fake.requests("ReleaseExecute").some(({ until }) => until !== undefined)).toBe(true);
});
