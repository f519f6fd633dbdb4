import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { ingestOnEngine } from "../../src/dataset/engine-ingest/engine-ingest.ts";
import type { EngineIngestProgress } from "../../src/dataset/engine-ingest/engine-ingest-options.ts";
import type { Engine } from "../../src/engine/engine.ts";
import { openEngine } from "../../src/engine/open-engine.ts";
import { engineIngestSuite } from "../dataset/engine-ingest/engine-ingest-suite.ts";
import { fixtureFolder } from "../dataset/fixture-folder.ts";
import { expectSame } from "../dataset/ingest/expect-same.ts";
import { someJobs } from "../dataset/ingest/some-jobs.ts";
import { temporaryFolder } from "../util/temporary-folder.ts";
import { sparkAddress, sparkTasks } from "./shared-cluster.ts";

// A server compiles each of many statements the first time.
vi.setConfig({ testTimeout: 900_000 });

describe("ingestOnEngine() on Spark", () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openEngine(sparkAddress());
  });
  afterAll(() => engine?.close());
  engineIngestSuite(() => engine);

  test("reads 2,000 jobs with tasks on both executors, into few files", async () => {
    const folder = await fixtureFolder(someJobs(2000, 3));
    const out = join(await temporaryFolder(), "out");
    const before = await sparkTasks();
    const report = await ingestOnEngine(engine, folder, { out });
    const after = await sparkTasks();
    expect(report.jobs).toMatchObject({ read: 2000, quarantined: [] });
    for (const { rows, parts } of report.tables) expect(parts).toBeLessThanOrEqual(rows === 0 ? 1 : 2);
    await expectSame(out, folder, { sameOrder: false, everyFile: false });
    if (before === null || after === null) return;
    const executors = Object.keys(after.completed);
    expect(executors.length).toBeGreaterThan(1);
    const worked = executors.filter((id) => (after.completed[id] ?? 0) > (before.completed[id] ?? 0));
    expect(worked.length).toBeGreaterThan(1);
  });

  test("stops the cluster's tasks when it is stopped", async () => {
    const folder = await fixtureFolder(someJobs(500, 3));
    const out = join(await temporaryFolder(), "out");
    const stop = new AbortController();
    const stopAtWork = async (): Promise<void> => {
      while ((await sparkTasks())?.active === 0) await setTimeout(20);
      stop.abort(new Error("enough"));
    };
    let stopping: Promise<void> | undefined;
    const onProgress = ({ phase }: EngineIngestProgress): void => {
      if (phase === "stage") stopping ??= stopAtWork();
    };
    const stopped = ingestOnEngine(engine, folder, { out, signal: stop.signal, onProgress });
    await expect(stopped).rejects.toThrow("enough");
    await stopping;
    while (((await sparkTasks())?.active ?? 0) > 0) await setTimeout(100);
    // What was stopped is taken up.
    const { jobs } = await ingestOnEngine(engine, folder, { out });
    expect(jobs.read).toBe(500);
    await expectSame(out, folder, { sameOrder: false, everyFile: false });
  });
});
