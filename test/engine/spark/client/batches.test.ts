// Protocol tests: the server is a fake one.
import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { connectFake, rejection, row, rows, sql, textsOf } from "./connect-fake.ts";

/** A batch in chunks, as the server sends them. */
function inChunks(text: string, cuts: readonly number[], start: number): Record<string, unknown>[] {
  const places = [
    0,
    ...[...new Set(cuts)].filter((cut) => cut < text.length).sort((a, b) => a - b),
    text.length,
  ];
  const parts = places.slice(1).map((end, index) => text.slice(places[index], end));
  return parts.map((part, chunk_index) => ({
    batch: { row_count: 1, start_offset: start, data: Buffer.from(part), chunk_index, chunks: parts.length },
  }));
}

test("chunks of batches are put together, over broken streams too", async () => {
  const { fake, client } = await connectFake();
  const texts = fc.array(
    fc.tuple(fc.stringMatching(/^[a-z]{1,20}$/), fc.array(fc.integer({ min: 1, max: 20 }))),
    {
      maxLength: 5,
    },
  );
  await fc.assert(
    fc.asyncProperty(texts, fc.nat(8), async (batches, cut) => {
      const first = fake.requests("ExecutePlan").length + fake.requests("ReattachExecute").length;
      fake.answer = () => batches.flatMap(([text, cuts], index) => inChunks(text, cuts, index));
      fake.fate = (stream, index) => (stream === first && index === cut ? "end" : undefined);
      expect(await textsOf(client.execute(sql("SELECT 1")))).toEqual(batches.map(([text]) => text));
    }),
    { numRuns: 25 },
  );
});

test.each([
  ["a chunk is missing", inChunks("abcdef", [2, 4], 0).toSpliced(1, 1)],
  ["the last chunk is missing", inChunks("abcdef", [2, 4], 0).slice(0, 2)],
  ["rows are missing", [row(0), row(2)]],
  ["rows are there twice", [row(0), row(0)]],
])("a result is an error where %s", async (_, answer) => {
  const { fake, client } = await connectFake();
  fake.answer = () => answer;
  const error = await rejection(textsOf(client.execute(sql("SELECT 1"))));
  expect(error).toMatchObject({ name: "EngineConnectionError", kind: "lost" });
  expect(error.message).toContain("the rows are not complete");
});

test("batches are views of what came, not copies of it", async () => {
  const { fake, client } = await connectFake();
  const data = Buffer.alloc(2 ** 20, 7);
  fake.answer = () => [{ batch: { row_count: 1, data } }];
  for await (const { arrow_batch } of client.execute(sql("SELECT 1"))) {
    const { data: view } = arrow_batch as { data: Buffer };
    expect(view.equals(data)).toBe(true);
    // The rest of the message is in the same memory.
    expect(view.buffer.byteLength).toBeGreaterThan(view.byteLength);
  }
});

test("who reads slowly is sent no more than some batches ahead", async () => {
  const { fake, client } = await connectFake();
  const data = Buffer.alloc(2 ** 20);
  fake.answer = () =>
    Array.from({ length: 200 }, (_, start_offset) => ({ batch: { row_count: 1, start_offset, data } }));
  let read = 0;
  for await (const _ of client.execute(sql("SELECT 1"))) {
    if (read++ > 0) continue;
    const settled = async (): Promise<number> => {
      const { written } = fake;
      await new Promise((resolve) => setTimeout(resolve, 100));
      return written === fake.written ? written : settled();
    };
    expect(await settled()).toBeLessThan(40);
  }
  expect(read).toBe(200);
});

test("an answer beyond the limit is an error that says what to do", async () => {
  const { fake, client } = await connectFake();
  fake.answer = () => [
    ...rows(1),
    { batch: { row_count: 1, start_offset: 1, data: Buffer.alloc(129 * 2 ** 20) } },
  ];
  const error = await rejection(textsOf(client.execute(sql("SELECT 1"), { query: "SELECT 1" })));
  expect(error).toMatchObject({ name: "QueryError", query: "SELECT 1" });
  expect(error.message).toContain("select fewer or smaller values per row");
  await vi.waitFor(() => expect(fake.operations.size).toBe(0));
});

test("a plan beyond the limit is an error that says what to do", async () => {
  const { fake, client } = await connectFake();
  const plan = { root: { local_relation: { data: Buffer.alloc(129 * 2 ** 20) } } };
  const error = await rejection(textsOf(client.execute(plan)));
  expect(error.name).toBe("QueryError");
  expect(error.message).toContain("write larger tables to files");
  expect(fake.requests("ExecutePlan")).toEqual([]);
});
