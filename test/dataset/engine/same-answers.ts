import { join } from "node:path";
import { expect, test } from "vitest";
import type { Dataset } from "../../../src/dataset/dataset.ts";
import type { EngineDataset } from "../../../src/dataset/engine-dataset.ts";
import type { ParquetDataset } from "../../../src/dataset/ingest/parquet-dataset.ts";
import { openDataset } from "../../../src/dataset/open-dataset.ts";
import { openEngineDataset } from "../../../src/dataset/open-engine-dataset.ts";
import type { Engine } from "../../../src/engine/engine.ts";
import { report } from "../../../src/report/report.ts";
import { labelAlerts } from "../../../src/stats/alerts/labels/label-alerts.ts";
import { effects } from "../../../src/stats/effects/effects.ts";
import { labelStatistics } from "../../../src/stats/labels/label-statistics.ts";
import { type ColumnLike, findColumnType } from "../../../src/tables/column-type-of.ts";
import { BY, FOLDERS } from "../../stats/labels/label-folders.ts";
import { expectSame, rowsOf } from "../../stats/labels/same-statistics.ts";
import { type PlainRow, plainRows } from "../../util/plain-rows.ts";
import { temporaryFolder } from "../../util/temporary-folder.ts";
import { ingest, openParquetDataset } from "../ingest/built.ts";

/** The same jobs, read into memory, in files, and on an engine. */
interface SameJobs {
  memory: Dataset;
  parquet: ParquetDataset;
  onEngine: EngineDataset;
}

/** Opens the jobs of a folder in every way. */
async function openEverywhere(folder: string, engine: Engine): Promise<SameJobs> {
  const out = join(await temporaryFolder(), "out");
  await ingest(folder, out, { workers: 1 });
  return {
    memory: await openDataset(folder),
    parquet: await openParquetDataset(out),
    onEngine: await openEngineDataset(engine, out),
  };
}

/** Tests that the tables and statistics of datasets are the same in memory, in files, and on an engine. */
export function testSameAnswers(engine: () => Engine, names: readonly string[]): void {
  test.each(names)(
    "%s is the same on an engine: tables, statistics, alerts, effects, report",
    async (name) => {
      const by = BY[name] as string[];
      const jobs = await openEverywhere(await (FOLDERS[name] as () => Promise<string>)(), engine());
      await expectSameTables(jobs);
      await expectSameStatistics(jobs, by);
      await expectSameAlerts(jobs);
      await expectSameStudy(jobs, by);
    },
  );
}

async function expectSameTables({ memory, parquet, onEngine }: SameJobs): Promise<void> {
  expect(onEngine.jobIds).toEqual(memory.jobIds);
  expect(onEngine.tableNames).toEqual(parquet.tableNames);
  for (const table of onEngine.tableNames) {
    const [found, wanted] = [await onEngine.table(table), memory.table(table)];
    expect(jobsOf(plainRows(found))).toEqual(jobsOf(plainRows(wanted)));
    expect([table, typesOf(found)]).toEqual([table, typesOf(wanted)]);
    expect([table, sorted(plainRows(found))]).toEqual([table, sorted(plainRows(wanted))]);
    expect(await onEngine.numRows(table)).toBe(wanted.numRows());
  }
}

async function expectSameStatistics({ memory, onEngine }: SameJobs, by: string[]): Promise<void> {
  for (const options of [{}, { by, categories: ["dumbbell", "spill"], bins: 7, grid: 5 }]) {
    const wanted = rowsOf(await labelStatistics(memory, options));
    expectSame(rowsOf(await labelStatistics(onEngine, options)), wanted);
  }
}

async function expectSameAlerts({ memory, onEngine }: SameJobs): Promise<void> {
  const options = { thresholds: { farFromMean: 1.5, dominanceRatio: 0.2, imbalanceRatio: 1 } };
  const wanted = plainRows(await labelAlerts(memory, options));
  expect(plainRows(await labelAlerts(onEngine, options))).toEqual(wanted.map(rounded));
}

async function expectSameStudy({ memory, parquet, onEngine }: SameJobs, factors: string[]): Promise<void> {
  const outcome = "num_frames";
  const study = effects(await onEngine.table("jobs"), { outcome, factors });
  expect(plainRows(study.main)).toEqual(plainRows(effects(memory.jobs, { outcome, factors }).main));
  const options = { outcome, factors, by: factors[0] as string, charts: false };
  const [found, wanted] = [await report(onEngine, options), await report(parquet, options)];
  expect(found.markdown).toBe(wanted.markdown);
}

function jobsOf(rows: readonly PlainRow[]): unknown[] {
  return rows.map(({ job_id }) => job_id);
}

function typesOf(table: Awaited<ReturnType<EngineDataset["table"]>>): unknown[] {
  return table.columnNames().map((name) => [name, findColumnType(table.column(name) as ColumnLike)]);
}

function sorted(rows: readonly PlainRow[]): string[] {
  return rows.map((row) => JSON.stringify(row)).sort();
}

function rounded(row: PlainRow): PlainRow {
  return typeof row.value === "number" ? { ...row, value: expect.closeTo(row.value, 9) } : row;
}
