import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { ingestOnEngine } from "../../src/dataset/engine-ingest/engine-ingest.ts";
import type { Engine } from "../../src/engine/engine.ts";
import { openEngine } from "../../src/engine/open-engine.ts";
import { watchedEngine } from "../dataset/engine-ingest/watched-engine.ts";
import { fixtureFolder } from "../dataset/fixture-folder.ts";
import { expectSame } from "../dataset/ingest/expect-same.ts";
import { someJobs } from "../dataset/ingest/some-jobs.ts";
import { temporaryFolder } from "../util/temporary-folder.ts";
import type { Cluster } from "./cluster/cluster.ts";
import { startCluster } from "./cluster/start-cluster.ts";

vi.setConfig({ testTimeout: 900_000 });

let cluster: Cluster;
let engine: Engine;

beforeAll(async () => {
  cluster = await startCluster({ conf: { "spark.executor.memory": "1g" } });
  engine = await openEngine(cluster.address);
});

afterAll(async () => {
  await engine?.close();
  await cluster?.stop();
});

/** Ingests jobs, and does something while the second batch of their files is being read. */
async function ingestAnd(harm: () => unknown): Promise<void> {
  const folder = await fixtureFolder(someJobs(300, 20));
  const out = join(await temporaryFolder(), "out");
  const harms: unknown[] = [];
  let staged = 0;
  const watched = watchedEngine(engine, () => {
    if (++staged === 2) harms.push(whenBusy(harm));
  });
  const { jobs } = await ingestOnEngine(watched, folder, { out, batchFiles: 150, partitionBy: ["status"] });
  expect(harms).toHaveLength(1);
  await Promise.all(harms);
  expect(jobs).toEqual({ read: 300, kept: 0, removed: 0, quarantined: [] });
  await expectSame(out, folder, { sameOrder: false, everyFile: false });
}

async function whenBusy(harm: () => unknown): Promise<void> {
  while ((await cluster.activeTasks()) === 0) await setTimeout(5);
  await harm();
}

test("a killed executor costs no row and doubles none", async () => {
  await ingestAnd(() => cluster.killExecutor(0));
  await cluster.ready();
});

test("nor does a killed worker", async () => {
  await ingestAnd(() => cluster.killWorker(0));
});
