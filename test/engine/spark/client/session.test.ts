// Protocol tests: the server is a fake one.
import { expect, test, vi } from "vitest";
import { connectFake, rejection, rows, sql, textsOf } from "./connect-fake.ts";

test("each call says which start of the server it knows", async () => {
  const { fake, client } = await connectFake();
  fake.answer = () => rows(1);
  fake.fate = (stream) => (stream === 0 ? "end" : undefined);
  await client.analyze({ spark_version: {} });
  await client.configure({ a: "1" });
  await textsOf(client.execute(sql("SELECT 1")));
  const observed = fake.calls.map(({ method, request }) => [method, request.observed]);
  expect(observed.slice(0, 4)).toEqual([
    ["AnalyzePlan", undefined],
    ["Config", "first start"],
    ["ExecutePlan", "first start"],
    ["ReattachExecute", "first start"],
  ]);
});

test("a server that was started anew is an error, because tables that it knew are gone", async () => {
  const { fake, client } = await connectFake();
  fake.answer = () => rows(1);
  await client.analyze({ spark_version: {} });
  fake.serverSession = "second start";
  const calls = [() => client.analyze({ spark_version: {} }), () => textsOf(client.execute(sql("SELECT 1")))];
  for (const call of calls) {
    const error = await rejection(call());
    expect(error).toMatchObject({ name: "EngineConnectionError", kind: "lost" });
    expect(error.message).toContain("started anew");
  }
});

test("a session that idles is kept alive", async () => {
  const { fake, client } = await connectFake({ keepAliveMs: 20 });
  await client.analyze({ spark_version: {} });
  await vi.waitFor(() => expect(fake.requests("Config").length).toBeGreaterThan(1));
  expect(fake.requests("Config")[0]).toMatchObject({ operation: { get: { keys: [expect.any(String)] } } });
  await client.close();
  const calls = fake.calls.length;
  await new Promise((resolve) => setTimeout(resolve, 60));
  expect(fake.calls.length).toBe(calls);
});

test("what newer servers add is left out", async () => {
  const { fake, client } = await connectFake();
  const newer = { newer_text: "new", newer_number: 7, newer_kind: { text: "new", pairs: { a: "b" } } };
  const schema = { long: { text: "new" } };
  const batch = { row_count: 1, data: Buffer.from("rows"), newer: "new" };
  fake.answer = () => [
    { schema, ...newer },
    { newer_kind: { text: "a kind of answer that nobody knows" } },
    { relay: { relation: { sql: { query: "SELECT 2" } } } },
    { batch, ...newer },
  ];
  const answers: unknown[] = [];
  for await (const answer of client.execute(sql("SELECT 1"))) answers.push(answer);
  expect(answers).toEqual([
    { schema: { long: {} } },
    {
      sql_command_result: {
        relation: { sql: { query: "SELECT 2", pos_arguments: [], named_arguments: {} } },
      },
    },
    { arrow_batch: { row_count: 1, data: Buffer.from("rows") } },
  ]);
  expect(await client.analyze({ spark_version: {} })).toMatchObject({ spark_version: { version: "4.9.9" } });
});

test("progress is the sum of what the stages say", async () => {
  const { fake, client } = await connectFake();
  const stages = [
    { stage_id: 3, tasks: 8, done: 8, bytes: 2 ** 40, is_done: true, newer: "new" },
    { stage_id: 4, tasks: 4, done: 1, bytes: 5 },
    { stage_id: 5, tasks: 2 },
  ];
  fake.answer = () => [{ progress: {} }, { progress: { stages, inflight: 2 } }, ...rows(1)];
  const seen: unknown[] = [];
  await textsOf(client.execute(sql("SELECT 1"), { onProgress: (progress) => seen.push(progress) }));
  expect(seen).toEqual([
    { unit: "task", done: 0, total: 0, bytesRead: 0 },
    { unit: "task", done: 9, total: 14, bytesRead: 2 ** 40 + 5 },
  ]);
});
