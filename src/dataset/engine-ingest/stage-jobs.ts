import type { ColumnTable } from "arquero";
import type { Dialect } from "../../engine/dialect/dialect.ts";
import type { EngineTables } from "../../engine/engine-source.ts";
import { makeColumn } from "../../tables/make-column.ts";
import { makeTable } from "../../tables/make-table.ts";
import { LIBRARY_VERSION } from "../../util/library-version.ts";
import { hashOf } from "../ingest/fingerprint.ts";
import type { EngineContext } from "./engine-context.ts";
import { batchesOf, type EngineFile, type EngineJob, filesIn } from "./engine-files.ts";
import { inTasks } from "./in-tasks.ts";
import { documentColumns } from "./queries/document-columns.ts";
import type { LabelPlan } from "./queries/label-plan.ts";
import { stagedMotionSql } from "./queries/staged-motion-sql.ts";
import { stagedSql } from "./queries/staged-sql.ts";

/** Of the bytes of label files, so many are read by one task at most, so that few are worth many tasks. */
const TASK_BYTES = 32 * 2 ** 20;

/** What an engine has read of some jobs, as folders of Parquet files. */
export interface StagedJobs {
  plan: LabelPlan;
  jobs: readonly EngineJob[];
  /** The folders of the label files, and those of the files of motion samples. */
  labels: readonly string[];
  motion: readonly string[];
}

/** Has an engine read the files of jobs, batch after batch, but for batches that an earlier ingest has had read. */
export async function stageJobs(
  jobs: readonly EngineJob[],
  plan: LabelPlan,
  context: EngineContext,
): Promise<StagedJobs> {
  const staged: StagedJobs & { labels: string[]; motion: string[] } = { plan, jobs, labels: [], motion: [] };
  for (const batch of batchesOf(jobs, context.settings.batchFiles)) {
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
    if (labels.length > 0) {
      const name = `labels-${hash}`;
      staged.labels.push(context.workspace.folder(name));
      const documents = { format: "json", files: pathsOf(labels), columns: documentColumns(plan) } as const;
      await stage(name, { documents, sources: sourcesTable(labels) }, bytes, (dialect) =>
        stagedSql(dialect, plan, { ordered }),
      );
    }
    if (motion.length > 0) {
      const name = `motion-${hash}`;
      staged.motion.push(context.workspace.folder(name));
      const texts = { format: "text", files: pathsOf(motion) } as const;
      await stage(name, { motion: texts, sources: sourcesTable(motion) }, bytes, (dialect) =>
        stagedMotionSql(dialect, plan),
      );
    }
    context.progress.add(
      batch.reduce((sum, job) => sum + filesIn(job), 0),
      bytes,
    );
  }
  return staged;

  async function stage(
    name: string,
    tables: EngineTables,
    bytes: number,
    sql: (dialect: Dialect) => string,
  ): Promise<void> {
    const { engine, workspace, progress, signal } = context;
    if (await workspace.isDone(name)) return;
    signal.throwIfAborted();
    await workspace.clear(name);
    const options = progress.statement(signal);
    await engine.registerDataset(tables, options);
    const query = inTasks(sql(engine.dialect), bytes / TASK_BYTES);
    await engine.writeTable(query, { path: workspace.folder(name), mode: "overwrite", ...options });
    await workspace.markDone(name);
  }
}

function pathsOf(files: readonly EngineFile[]): string[] {
  return files.map(({ file }) => file);
}

function sourcesTable(files: readonly EngineFile[]): ColumnTable {
  return makeTable([
    ["file", makeColumn("string", pathsOf(files))],
    [
      "job_id",
      makeColumn(
        "string",
        files.map(({ jobId }) => jobId),
      ),
    ],
    [
      "camera",
      makeColumn(
        "int32",
        files.map(({ camera }) => camera),
      ),
    ],
    [
      "place",
      makeColumn(
        "int32",
        files.map(({ place }) => place),
      ),
    ],
  ]);
}
