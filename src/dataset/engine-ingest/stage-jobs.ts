import type { ColumnTable } from "arquero";
import type { Dialect } from "../../engine/dialect/dialect.ts";
import type { EngineTables } from "../../engine/engine-source.ts";
import type { ColumnType } from "../../tables/column-type.ts";
import { makeColumn } from "../../tables/make-column.ts";
import { makeTable } from "../../tables/make-table.ts";
import { LIBRARY_VERSION } from "../../util/library-version.ts";
import { hashOf } from "../ingest/fingerprint.ts";
import type { EngineContext } from "./engine-context.ts";
import { batchesOf, type EngineFile, type EngineJob } from "./engine-files.ts";
import { inTasks } from "./in-tasks.ts";
import { documentColumns } from "./queries/document-columns.ts";
import type { LabelPlan } from "./queries/label-plan.ts";
import { FIELD_COLUMNS, otherFieldsSql } from "./queries/other-fields.ts";
import { stagedMotionSql } from "./queries/staged-motion-sql.ts";
import { stagedSql } from "./queries/staged-sql.ts";

/** One task reads so many bytes of files at most, and so many files: a cluster has something to share. */
const TASK = { bytes: 32 * 2 ** 20, files: 200 };

/** What an engine has read of some jobs, as folders of Parquet files. */
export interface StagedJobs {
  plan: LabelPlan;
  jobs: readonly EngineJob[];
  /** The folders of the label files, and those of the files of motion samples. */
  labels: readonly string[];
  motion: readonly string[];
  /** Where the files are listed that have fields of which the plan knows nothing. */
  others: readonly string[];
}

type Kind = "labels" | "motion" | "others";

/** Has an engine read the files of jobs, batch after batch, but for batches that an earlier ingest has had read. */
export async function stageJobs(
  jobs: readonly EngineJob[],
  plan: LabelPlan,
  context: EngineContext,
): Promise<StagedJobs> {
  const { engine, workspace, progress, signal, settings } = context;
  const staged = { plan, jobs, labels: [] as string[], motion: [] as string[], others: [] as string[] };
  for (const batch of batchesOf(jobs, settings.batchFiles)) {
    const bytes = batch.reduce((sum, { source }) => sum + source.bytes, 0);
    const labels = batch.flatMap((job) => job.labels);
    const motion = batch.flatMap((job) => job.motion);
    const hash = hashOf([
      LIBRARY_VERSION,
      plan,
      [...labels, ...motion],
      batch.map(({ source }) => source.fingerprint),
    ]);
    const ordered = batch.some((job) => job.labels.length > 1);
    const stage = async (
      kind: Kind,
      files: readonly EngineFile[],
      { source, sql }: { source: EngineTables; sql: (dialect: Dialect) => string },
    ): Promise<void> => {
      const name = `${kind}-${hash}`;
      staged[kind].push(workspace.folder(name));
      if (await workspace.isDone(name)) return;
      signal.throwIfAborted();
      await workspace.clear(name);
      const options = progress.statement(signal);
      await engine.registerDataset({ ...source, sources: sourcesTable(files) }, options);
      const tasks = Math.max(bytes / TASK.bytes, files.length / TASK.files);
      const target = { path: workspace.folder(name), mode: "overwrite" } as const;
      await engine.writeTable(inTasks(sql(engine.dialect), tasks), { ...target, ...options });
      await workspace.markDone(name);
    };
    if (labels.length > 0) {
      const documents = { format: "json", files: pathsOf(labels), columns: documentColumns(plan) } as const;
      const sql = (dialect: Dialect) => stagedSql(dialect, plan, { ordered });
      await stage("labels", labels, { source: { documents }, sql });
      if (!plan.isOfAll) {
        const names = { ...documents, columns: FIELD_COLUMNS };
        const others = (dialect: Dialect) => otherFieldsSql(dialect, plan);
        await stage("others", labels, { source: { documents: names }, sql: others });
      }
    }
    if (motion.length > 0) {
      const texts = { format: "text", files: pathsOf(motion) } as const;
      const sql = (dialect: Dialect) => stagedMotionSql(dialect, plan);
      await stage("motion", motion, { source: { motion: texts }, sql });
    }
    progress.add(labels.length + motion.length, bytes);
  }
  return staged;
}

function pathsOf(files: readonly EngineFile[]): string[] {
  return files.map(({ file }) => file);
}

function sourcesTable(files: readonly EngineFile[]): ColumnTable {
  const column = (type: ColumnType, name: keyof EngineFile) => {
    return makeColumn(
      type,
      files.map((file) => file[name]),
    );
  };
  return makeTable([
    ["file", column("string", "file")],
    ["job_id", column("string", "jobId")],
    ["camera", column("int32", "camera")],
    ["place", column("int32", "place")],
  ]);
}
