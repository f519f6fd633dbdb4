import { onTestFinished } from "vitest";
import { parseSparkAddress } from "../../../../src/engine/spark/client/spark-address.ts";
import { SparkClient } from "../../../../src/engine/spark/client/spark-client.ts";
import type { SparkOptions } from "../../../../src/engine/spark/client/spark-options.ts";
import type { Message } from "../../../../src/engine/spark/protocol/messages.ts";
import { FakeSpark } from "./fake-spark.ts";

/** A fake server with a client; both end with the test. Delays are of no length. */
export async function connectFake(
  options: SparkOptions & { parameters?: string; token?: string } = {},
): Promise<{ fake: FakeSpark; client: SparkClient }> {
  const { parameters = "", token, ...session } = options;
  const fake = await FakeSpark.start(token === undefined ? {} : { token });
  const client = await openClient(`${fake.address}/;${parameters}`, session);
  onTestFinished(async () => {
    await client.close();
    await fake.stop();
  });
  return { fake, client };
}

/** A client of an address that knows no environment. */
export function openClient(address: string, options: SparkOptions = {}): Promise<SparkClient> {
  return SparkClient.open(parseSparkAddress(address, {}), { retryDelayMs: 1, ...options });
}

/** The plan of a query. */
export function sql(query: string): Message {
  return { root: { sql: { query } } };
}

/** A batch of one row, whose bytes say which. */
export function row(index: number): Record<string, unknown> {
  return { batch: { row_count: 1, start_offset: index, data: Buffer.from(`row ${index}`) } };
}

/** Batches of one row each. */
export function rows(count: number): Record<string, unknown>[] {
  return Array.from({ length: count }, (_, index) => row(index));
}

/** What a result says, in short: the texts of its batches. */
export async function textsOf(result: AsyncIterable<Message>): Promise<string[]> {
  const texts: string[] = [];
  for await (const { arrow_batch } of result) {
    if (arrow_batch !== undefined) texts.push(String((arrow_batch as { data: Buffer }).data));
  }
  return texts;
}

/** What a promise rejects with. */
export async function rejection(promise: Promise<unknown>): Promise<Error> {
  try {
    await promise;
  } catch (error) {
    return error as Error;
  }
  throw new Error("It was fulfilled");
}
