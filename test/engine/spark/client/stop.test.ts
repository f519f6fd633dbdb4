// Protocol tests: the server is a fake one.
import { expect, test, vi } from "vitest";
import { connectFake, rejection, rows, sql, textsOf } from "./connect-fake.ts";
import type { FakeSpark } from "./fake-spark.ts";

/** Makes a server that falls silent after some responses. */
function fallSilent(fake: FakeSpark, after: number): void {
  fake.answer = () => rows(after + 1);
  fake.fate = (_, index) => (index === after ? new Promise<undefined>(() => {}) : undefined);
}

/** Waits until the server has stopped what ran, and let go of it. */
async function expectStopped(fake: FakeSpark): Promise<void> {
  const [{ operation_id }] = fake.requests("ExecutePlan") as [{ operation_id: string }];
  await vi.waitFor(() => expect(fake.operations.size).toBe(0));
  expect(fake.requests("Interrupt")).toEqual([expect.objectContaining({ type: 3, operation_id })]);
}

test("execute() stops at once when the signal aborts, and the server with it", async () => {
  const { fake, client } = await connectFake();
  fallSilent(fake, 2);
  const abort = new AbortController();
  const seen: string[] = [];
  const run = async (): Promise<void> => {
    for await (const { arrow_batch } of client.execute(sql("SELECT 1"), { signal: abort.signal })) {
      seen.push(String((arrow_batch as { data: Buffer }).data));
      if (seen.length === 2) setImmediate(() => abort.abort(new Error("enough")));
    }
  };
  expect((await rejection(run())).message).toBe("enough");
  expect(seen).toEqual(["row 0", "row 1"]);
  await expectStopped(fake);
});

test("execute() waits for nothing of a server that takes no interrupt", async () => {
  const { fake, client } = await connectFake();
  fallSilent(fake, 0);
  fake.fail = (method) => (method === "Interrupt" ? { message: "no" } : undefined);
  const abort = new AbortController();
  const stopped = rejection(textsOf(client.execute(sql("SELECT 1"), { signal: abort.signal })));
  await vi.waitFor(() => expect(fake.requests("ExecutePlan").length).toBe(1));
  abort.abort(new Error("enough"));
  expect((await stopped).message).toBe("enough");
});

test("execute() sends nothing when the signal has aborted before", async () => {
  const { fake, client } = await connectFake();
  const signal = AbortSignal.abort(new Error("never"));
  expect((await rejection(textsOf(client.execute(sql("SELECT 1"), { signal })))).message).toBe("never");
  expect((await rejection(client.analyze({ spark_version: {} }, { signal }))).message).toBe("never");
  expect(fake.calls).toEqual([]);
});

test("execute() interrupts what was only just sent once the server tells of its tasks", async () => {
  const { fake, client } = await connectFake();
  let begin = (): void => {};
  const begun = new Promise<undefined>((resolve) => (begin = () => resolve(undefined)));
  fake.answer = () => [{ progress: {} }, { progress: { stages: [{ tasks: 4 }] } }, ...rows(1)];
  fake.fate = (_, index) => [undefined, begun, new Promise<undefined>(() => {})][index];
  const abort = new AbortController();
  const stopped = rejection(textsOf(client.execute(sql("SELECT 1"), { signal: abort.signal })));
  await vi.waitFor(() => expect(fake.written).toBe(1));
  abort.abort(new Error("enough"));
  expect((await stopped).message).toBe("enough");
  await vi.waitFor(() => expect(fake.requests("ReattachExecute").length).toBe(1));
  expect(fake.requests("Interrupt")).toEqual([]);
  begin();
  await expectStopped(fake);
});

test("who breaks off stops the operation on the server", async () => {
  const { fake, client } = await connectFake();
  fallSilent(fake, 3);
  for await (const _ of client.execute(sql("SELECT 1"))) break;
  await expectStopped(fake);
});

test("an error of the caller stops the operation on the server", async () => {
  const { fake, client } = await connectFake();
  fallSilent(fake, 3);
  const run = async (): Promise<void> => {
    for await (const _ of client.execute(sql("SELECT 1"))) throw new Error("mine");
  };
  expect((await rejection(run())).message).toBe("mine");
  await expectStopped(fake);
});

test("close() stops what runs, ends the session, and can be called twice", async () => {
  const { fake, client } = await connectFake();
  fallSilent(fake, 1);
  const running = rejection(textsOf(client.execute(sql("SELECT 1"))));
  await vi.waitFor(() => expect(fake.written).toBe(1));
  await client.analyze({ spark_version: {} });
  await Promise.all([client.close(), client.close()]);
  expect((await running).message).toBe("Cannot run the query: the engine is closed");
  await expectStopped(fake);
  expect(fake.calls.at(-1)).toMatchObject({
    method: "ReleaseSession",
    request: { session_id: client.sessionId },
  });
  expect(fake.requests("ReleaseSession").length).toBe(1);
  expect((await rejection(client.analyze({ spark_version: {} }))).message).toContain("is closed");
  expect((await rejection(textsOf(client.execute(sql("SELECT 1"))))).message).toContain("is closed");
});

test("close() leaves a session open that the address names", async () => {
  const id = "0f0e0d0c-0b0a-4908-8706-050403020100";
  const { fake, client } = await connectFake({ parameters: `session_id=${id};user_id=ada` });
  await client.analyze({ spark_version: {} });
  await client.close();
  expect(fake.requests("AnalyzePlan")).toEqual([
    expect.objectContaining({ session_id: id, user: { user_id: "ada" } }),
  ]);
  expect(fake.requests("ReleaseSession")).toEqual([]);
});

test("close() of a client that never called anybody calls nobody", async () => {
  const { fake, client } = await connectFake();
  await client.close();
  expect(fake.calls).toEqual([]);
});
