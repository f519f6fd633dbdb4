import { createHash } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from "vitest";
import { parseSparkAddress } from "../../src/engine/spark/client/spark-address.ts";
import { SparkClient } from "../../src/engine/spark/client/spark-client.ts";
import type { Message } from "../../src/engine/spark/protocol/messages.ts";
import { sparkAddress, sparkTasks } from "./shared-cluster.ts";
import { TcpProxy } from "./tcp-proxy.ts";

let client: SparkClient;

beforeAll(async () => {
  client = await SparkClient.open(parseSparkAddress(sparkAddress()));
  await client.configure({ "spark.sql.ansi.enabled": "true" });
});

afterAll(() => client.close());

/** Rows of about 10 MB, in many batches, from both executors. */
const LARGE =
  "SELECT id, id * 2.5 AS half, sha2(CAST(id AS STRING), 256) AS hash FROM range(0, 100000, 1, 8)";
/** Tasks that take their time without work for the processors: 50 ms for each row. */
function sleeping(rows: number, tasks: number): string {
  const sleep = "reflect('java.lang.Thread', 'sleep', 50L + id % 2)";
  return `SELECT count(s) AS n FROM (SELECT ${sleep} AS s FROM range(0, ${rows}, 1, ${tasks}))`;
}
const ENDLESS = sleeping(100_000, 4);

function run(query: string, options: Parameters<SparkClient["execute"]>[1] = {}): AsyncGenerator<Message> {
  return client.execute({ root: { sql: { query } } }, { query, ...options });
}

async function drain(result: AsyncIterable<Message>): Promise<{ rows: number; hash: string }> {
  const hash = createHash("sha256");
  let rows = 0;
  for await (const { arrow_batch } of result) {
    if (arrow_batch === undefined) continue;
    const { row_count, data } = arrow_batch as { row_count: number; data: Uint8Array };
    rows += row_count;
    hash.update(data);
  }
  return { rows, hash: hash.digest("hex") };
}

/** Waits until tasks run on the executors, or none do; where the driver's pages are not known, it does not wait. */
function untilTasksRun(isRunning: boolean): Promise<void> {
  const check = async (): Promise<void> => {
    const tasks = await sparkTasks();
    if (tasks !== null) expect(tasks.active > 0).toBe(isRunning);
  };
  return vi.waitFor(check, { timeout: 60_000, interval: 200 });
}

test.each([
  {
    query: "SELECT 1 FORM x y z",
    errorClass: "PARSE_SYNTAX_ERROR",
    sqlState: "42601",
    context: [{ text: "x", start: 14 }],
  },
  {
    query: "SELECT\n  nothing\nFROM range(3)",
    errorClass: "UNRESOLVED_COLUMN.WITH_SUGGESTION",
    sqlState: "42703",
    context: [{ text: "nothing", start: 9 }],
  },
  {
    query: "SELECT * FROM nowhere",
    errorClass: "TABLE_OR_VIEW_NOT_FOUND",
    sqlState: "42P01",
    context: [{ text: "nowhere", start: 14 }],
  },
  {
    query: "SELECT * FROM parquet.`/no/where`",
    errorClass: "PATH_NOT_FOUND",
    sqlState: "42K03",
    context: [],
  },
  {
    query: "SELECT 1 / (id - 5) AS x FROM range(10)",
    errorClass: "DIVIDE_BY_ZERO",
    sqlState: "22012",
    context: [{ text: "1 / (id - 5)", start: 7 }],
  },
])("$query is an error: $errorClass", async ({ query, ...expected }) => {
  const error = await drain(run(query)).then(
    () => null,
    (reason: unknown) => reason as Error,
  );
  expect(error).toMatchObject({ name: "QueryError", engine: "spark", query, ...expected });
  expect(error?.message).toContain(`[${expected.errorClass}]`);
  expect(error?.message).not.toMatch(/== SQL|'Project|\n\s+at /);
});

test("a result is the same when the connection is cut on the way, again and again", async () => {
  const expected = await drain(run(LARGE));
  expect(expected.rows).toBe(100_000);
  const proxy = await TcpProxy.start(parseSparkAddress(sparkAddress()).port);
  const cut = await SparkClient.open(parseSparkAddress(`sc://127.0.0.1:${proxy.port}`));
  onTestFinished(async () => {
    await cut.close();
    await proxy.stop();
  });
  await cut.configure({ "spark.sql.ansi.enabled": "true" });
  let batches = 0;
  async function* cutting(): AsyncGenerator<Message> {
    for await (const answer of cut.execute({ root: { sql: { query: LARGE } } })) {
      if (batches++ % 3 === 1) proxy.cut();
      yield answer;
    }
  }
  expect(await drain(cutting())).toEqual(expected);
  expect(proxy.connections).toBeGreaterThan(2);
});

test("a statement has its result, though the connection is cut before its first answer, again and again", async () => {
  const proxy = await TcpProxy.start(parseSparkAddress(sparkAddress()).port);
  const cut = await SparkClient.open(parseSparkAddress(`sc://127.0.0.1:${proxy.port}`));
  onTestFinished(async () => {
    await cut.close();
    await proxy.stop();
  });
  await cut.analyze({ spark_version: {} });
  const slow = sleeping(60, 2);
  const timer = setInterval(() => proxy.cut(), 100);
  setTimeout(() => clearInterval(timer), 1000);
  expect((await drain(cut.execute({ root: { sql: { query: slow } } }))).rows).toBe(1);
});

test("an abort at any moment of the start leaves no tasks behind", async () => {
  for (let delay = 0; delay < 500; delay += 25) {
    const abort = new AbortController();
    const stopped = drain(run(ENDLESS, { signal: abort.signal })).catch((error: unknown) => error);
    await wait(delay);
    abort.abort(new Error("enough"));
    expect(await stopped).toMatchObject({ message: "enough" });
  }
  await wait(6000); // What was only just sent is stopped once its tasks are seen.
  await untilTasksRun(false);
});

test("an abort stops the tasks on the executors", async () => {
  const abort = new AbortController();
  onTestFinished(() => abort.abort());
  const stopped = drain(run(ENDLESS, { signal: abort.signal })).catch((error: unknown) => error);
  await untilTasksRun(true);
  abort.abort(new Error("enough"));
  expect(await stopped).toMatchObject({ message: "enough" });
  await untilTasksRun(false);
  expect((await drain(run("SELECT 1"))).rows).toBe(1);
});

test("who breaks off stops the tasks on the executors", async () => {
  for await (const _ of run(ENDLESS)) {
    await untilTasksRun(true);
    break;
  }
  await untilTasksRun(false);
  expect((await drain(run("SELECT 1"))).rows).toBe(1);
});

test("closing stops the tasks on the executors", async () => {
  const other = await SparkClient.open(parseSparkAddress(sparkAddress()));
  onTestFinished(() => other.close());
  await other.analyze({ spark_version: {} });
  const stopped = drain(other.execute({ root: { sql: { query: ENDLESS } } })).catch(
    (error: unknown) => error,
  );
  await untilTasksRun(true);
  await other.close();
  expect(await stopped).toMatchObject({ message: "Cannot run the query: the engine is closed" });
  await untilTasksRun(false);
});

test("progress counts the tasks", async () => {
  const seen: number[] = [];
  const query = sleeping(240, 6);
  await drain(run(query, { onProgress: ({ unit, total }) => unit === "task" && seen.push(total) }));
  expect(Math.max(...seen)).toBeGreaterThanOrEqual(6);
});
