import { rm } from "node:fs/promises";
import { join } from "node:path";
import { type ColumnTable, table } from "arquero";
import { chooseColumns } from "../../../../src/dataset/engine-ingest/queries/choose-columns.ts";
import {
  type ColumnFact,
  columnFactsSql,
} from "../../../../src/dataset/engine-ingest/queries/column-facts-sql.ts";
import { documentColumns } from "../../../../src/dataset/engine-ingest/queries/document-columns.ts";
import {
  type DocumentFacts,
  documentFactsSql,
} from "../../../../src/dataset/engine-ingest/queries/document-facts-sql.ts";
import {
  type DocumentProblem,
  documentProblemsSql,
} from "../../../../src/dataset/engine-ingest/queries/document-problems-sql.ts";
import type { LabelPlan } from "../../../../src/dataset/engine-ingest/queries/label-plan.ts";
import { motionColumnFactsSql } from "../../../../src/dataset/engine-ingest/queries/motion-column-facts-sql.ts";
import {
  type MotionFacts,
  motionFactsSql,
} from "../../../../src/dataset/engine-ingest/queries/motion-facts-sql.ts";
import { sampleLabels } from "../../../../src/dataset/engine-ingest/queries/sample-labels.ts";
import { stagedMotionSql } from "../../../../src/dataset/engine-ingest/queries/staged-motion-sql.ts";
import { stagedSql } from "../../../../src/dataset/engine-ingest/queries/staged-sql.ts";
import { tableSql } from "../../../../src/dataset/engine-ingest/queries/table-sql.ts";
import type { NamedType } from "../../../../src/dataset/ingest/part.ts";
import { PART_TABLES } from "../../../../src/dataset/ingest/task.ts";
import type { Engine } from "../../../../src/engine/engine.ts";
import type { LabelTableName } from "../../../../src/labels/schemas.ts";

/** A file of a job. */
export interface SourceFile {
  file: string;
  job_id: string;
  camera: number;
}

/** What queries made of files. */
export interface QueriedLabels {
  plan: LabelPlan;
  oddJobs: string[];
  facts: DocumentFacts[];
  problems: DocumentProblem[];
  motion: MotionFacts[];
  columns: Record<LabelTableName, readonly NamedType[]>;
  tables: Partial<Record<LabelTableName, ColumnTable>>;
}

/** Options of {@link readByQueries}. */
export interface ReadByQueriesOptions {
  labels: readonly SourceFile[];
  motion?: readonly SourceFile[];
  polygons: boolean;
  /** The files to look into first. @default all of `labels` */
  sample?: readonly SourceFile[];
  /** A folder that the engine reaches. */
  folder: string;
}

/** Reads label files by the queries of the ingest, as it does. */
export async function readByQueries(
  engine: Engine,
  { labels, motion = [], polygons, sample = labels, folder }: ReadByQueriesOptions,
): Promise<QueriedLabels> {
  const { dialect } = engine;
  const pathsOf = (files: readonly SourceFile[]): string[] => files.map(({ file }) => file);
  const rowsOf = async <T>(sql: string): Promise<T[]> => (await engine.query(sql).toTable()).objects() as T[];
  const plan = await sampleLabels(engine, { labels: pathsOf(sample), motion: pathsOf(motion) }, { polygons });
  const all = [...labels, ...motion];
  await engine.registerDataset({
    documents: { format: "json", files: pathsOf(labels), columns: documentColumns(plan) },
    sources: table({
      file: pathsOf(all),
      job_id: all.map(({ job_id }) => job_id),
      camera: Int32Array.from(all, ({ camera }) => camera),
      place: Int32Array.from(all.keys()),
    }),
  });
  const stage = async (name: string, sql: string): Promise<void> => {
    const path = join(folder, name);
    await rm(path, { recursive: true, force: true });
    await engine.writeTable(sql, { path });
    await engine.registerDataset({ [name]: path });
  };
  if (motion.length > 0) {
    await engine.registerDataset({ motion: { format: "text", files: pathsOf(motion) } });
    await stage("staged_motion", stagedMotionSql(dialect, plan));
  }
  const jobs = new Set(labels.map(({ job_id }) => job_id));
  await stage("staged", stagedSql(dialect, plan, { ordered: jobs.size < labels.length }));
  const facts = await rowsOf<DocumentFacts>(documentFactsSql(dialect));
  const motionFacts = motion.length === 0 ? [] : await rowsOf<MotionFacts>(motionFactsSql(dialect));
  const odd = [...facts, ...motionFacts].filter((fact) => fact.odd).map(({ job_id }) => job_id);
  const oddJobs = [...new Set(odd)];
  await engine.registerDataset({ odd_jobs: table({ job_id: ["", ...oddJobs] }) });
  const columnFacts = [
    ...(await rowsOf<ColumnFact>(columnFactsSql(dialect, plan))),
    ...(motion.length === 0 ? [] : await rowsOf<ColumnFact>(motionColumnFactsSql(dialect, plan))),
  ];
  const columns = chooseColumns(plan, columnFacts);
  const tables: QueriedLabels["tables"] = {};
  for (const name of PART_TABLES) {
    if (name === "polygons" && !polygons) continue;
    if (name === "imu" && motion.length === 0) continue;
    tables[name] = await engine
      .query(tableSql(dialect, { table: name, plan, columns: columns[name] }))
      .toTable();
  }
  const problemsSql = documentProblemsSql(dialect, plan);
  const problems = problemsSql === null ? [] : await rowsOf<DocumentProblem>(problemsSql);
  problems.sort((a, b) => a.place - b.place || a.part - b.part || a.entry - b.entry || a.number - b.number);
  return { plan, oddJobs, facts, problems, motion: motionFacts, columns, tables };
}
