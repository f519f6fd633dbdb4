import { afterAll, beforeAll, expect, test } from "vitest";
import { parseSparkAddress } from "../../src/engine/spark/client/spark-address.ts";
import { SparkClient } from "../../src/engine/spark/client/spark-client.ts";
import type { Cluster } from "./cluster/cluster.ts";
import { startCluster } from "./cluster/start-cluster.ts";

const token = "planted-token-Zx81";
let cluster: Cluster;

beforeAll(async () => {
  cluster = await startCluster({ token, conf: { "spark.executor.memory": "1g" } });
});

afterAll(() => cluster?.stop());

async function version(parameters: string): Promise<unknown> {
  const client = await SparkClient.open(parseSparkAddress(`${cluster.address}/;${parameters}`, {}));
  try {
    return await client.analyze({ spark_version: {} });
  } finally {
    await client.close();
  }
}

test("a server that has a token lets in who shows it", async () => {
  expect(await version(`token=${token}`)).toMatchObject({
    spark_version: { version: expect.stringMatching(/^4\./) },
  });
});

test.each([["token=planted-wrong-Zx82"], ["user_id=ada"]])(
  "a server that has a token refuses others: %s",
  async (parameters) => {
    const error = await version(parameters).catch((reason: unknown) => reason as Error);
    expect(error).toMatchObject({ name: "EngineConnectionError", kind: "refused", address: cluster.address });
    expect(JSON.stringify([error, String(error), (error as Error).stack])).not.toContain("planted");
  },
);
