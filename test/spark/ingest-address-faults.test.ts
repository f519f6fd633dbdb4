import { cp, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { addressWorkspace } from "../../src/dataset/engine-ingest/addresses/address-workspace.ts";
import { writeRows } from "../../src/dataset/engine-ingest/addresses/write-rows.ts";
import { ingestOnEngine } from "../../src/dataset/engine-ingest/engine-ingest.ts";
import { engineIngestSettings } from "../../src/dataset/engine-ingest/engine-ingest-settings.ts";
import { IngestProgressTeller } from "../../src/dataset/engine-ingest/ingest-progress-teller.ts";
import { openParquetDataset } from "../../src/dataset/ingest/open-parquet-dataset.ts";
import { openEngineDataset } from "../../src/dataset/open-engine-dataset.ts";
import type { Engine } from "../../src/engine/engine.ts";
import { openEngine } from "../../src/engine/open-engine.ts";
import { makeColumn } from "../../src/tables/make-column.ts";
import { makeTable } from "../../src/tables/make-table.ts";
import { mixedJobs } from "../dataset/engine-ingest/mixed-jobs.ts";
import { watchedEngine } from "../dataset/engine-ingest/watched-engine.ts";
import { fixtureFolder, labels } from "../dataset/fixture-folder.ts";
import { someJobs } from "../dataset/ingest/some-jobs.ts";
import { temporaryFolder } from "../util/temporary-folder.ts";
import { expectSameAtAddress } from "./expect-same-at-address.ts";
import { sparkAddress } from "./shared-cluster.ts";

vi.setConfig({ testTimeout: 900_000 });

describe("ingestOnEngine() of an address where something went wrong", () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openEngine(sparkAddress());
  });
  afterAll(() => engine?.close());

  const newOut = async () => `file://${join(await temporaryFolder(), "out")}`;

  /** Ingests, but for the commit. */
  async function stopAtCommit(folder: string, out: string): Promise<void> {
    const stop = new AbortController();
    const stopped = watchedEngine(engine, (path) => {
      if (path.endsWith("/commits")) stop.abort(new Error("enough"));
    });
    const ingest = ingestOnEngine(stopped, `file://${folder}`, { out, signal: stop.signal });
    await expect(ingest).rejects.toThrow("enough");
  }

  test("leaves the tables as they are until others take their place", async () => {
    const odd = { "odd/job.json": {}, "odd/labels.json": mixedJobs()["typed/labels.json"] };
    const folder = await fixtureFolder({ ...someJobs(2, 2), ...odd });
    const before = await temporaryFolder();
    await cp(folder, before, { recursive: true });
    const out = await newOut();
    await ingestOnEngine(engine, `file://${folder}`, { out });

    const changed = await fixtureFolder({ "j1/labels.json": labels(3, [[10, 1]]) });
    await cp(changed, folder, { recursive: true });
    await rm(join(fileURLToPath(out), ".infinity/ingest/tmp"), { recursive: true });
    await stopAtCommit(folder, out);
    await expectSameAtAddress(engine, out, before);
    await ingestOnEngine(engine, `file://${folder}`, { out });
    await expectSameAtAddress(engine, out, folder);
  });

  test("writes anew what was noted as written and is gone", async () => {
    const folder = await fixtureFolder(someJobs(2, 2));
    const out = await newOut();
    await stopAtCommit(folder, out);
    const path = fileURLToPath(out);
    const temporary = join(path, ".infinity/ingest/tmp");
    await rm(join(path, "annotations"), { recursive: true });
    await ingestOnEngine(engine, `file://${folder}`, { out });
    await expectSameAtAddress(engine, out, folder);

    const other = await newOut();
    await stopAtCommit(folder, other);
    const otherTemporary = join(fileURLToPath(other), ".infinity/ingest/tmp");
    const names = (await readdir(temporary)).filter((name) => name.startsWith("labels-"));
    expect(names).toHaveLength(1);
    for (const name of names) await rm(join(otherTemporary, name), { recursive: true });
    await rm(join(fileURLToPath(other), "images"), { recursive: true });
    await ingestOnEngine(engine, `file://${folder}`, { out: other });
    await expectSameAtAddress(engine, other, folder);
  });

  test("with force makes anew what is not understood, and nothing else is taken for that", async () => {
    const folder = await fixtureFolder(someJobs(2, 2));
    const out = await newOut();
    const ingest = (options: object) => ingestOnEngine(engine, `file://${folder}`, { out, ...options });
    await ingest({});
    const later = "SELECT CAST(7 AS BIGINT) AS number, 0 AS piece, 'records\\n{}' AS text";
    await engine.writeTable(later, { path: `${out}/.infinity/ingest/commits`, mode: "append" });
    await expect(openEngineDataset(engine, out)).rejects.toThrow("cannot be understood");
    await expect(ingest({})).rejects.toMatchObject({ name: "IngestFolderError" });

    const lost: Engine = {
      ...watchedEngine(engine, () => {}),
      query: (sql, params, options) => {
        if (sql.includes("/commits")) throw new Error("lost");
        return engine.query(sql, params, options);
      },
    };
    const onLost = ingestOnEngine(lost, `file://${folder}`, { out, force: true });
    await expect(onLost).rejects.toThrow("lost");

    await ingest({ force: true });
    await expectSameAtAddress(engine, out, folder);
    expect((await ingest({})).jobs).toMatchObject({ read: 0, kept: 2 });

    await rm(join(fileURLToPath(out), ".infinity/ingest/jobs"), { recursive: true });
    await expect(ingest({})).rejects.toThrow("is gone or broken; ingest with { force: true }");
    await ingest({ force: true });
    await expectSameAtAddress(engine, out, folder);

    const path = fileURLToPath(out);
    await expect(openParquetDataset(path)).rejects.toThrow(`openEngineDataset(engine, "${out}")`);
    await expect(openEngineDataset(engine, path)).rejects.toThrow(`openEngineDataset(engine, "${out}")`);
  });

  test("keeps the order of rows that go in several requests", async () => {
    const out = await newOut();
    const signal = new AbortController().signal;
    const workspace = addressWorkspace(engine, out, { run: 1, signal });
    const settings = engineIngestSettings({});
    const context = { engine, workspace, settings, progress: new IngestProgressTeller(undefined), signal };
    const names = Array.from({ length: 20 }, (_, i) => "x".repeat((i * 7) % 20));
    const table = makeTable([["name", makeColumn("string", names)]]);
    await writeRows(table, { path: `${out}/rows`, most: 6 }, context);
    const files = (await readdir(join(fileURLToPath(out), "rows"))).filter((file) =>
      /^part.*parquet$/.test(file),
    );
    expect(files).toHaveLength(1);
    const found = await engine.query(`SELECT name FROM parquet.\`${out}/rows\``).toTable();
    expect(found.array("name")).toEqual(names);
  });
});
