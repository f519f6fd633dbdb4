import { readFileSync } from "node:fs";
import type { JobStatus } from "../api/batch-metadata.ts";
import { readCocoLabels } from "../labels/coco/read-coco-labels.ts";
import type { CocoSummary } from "../labels/coco/summarize-coco.ts";
import type { Row } from "../labels/file-rows.ts";
import { readImuCsv } from "../labels/imu/read-imu-csv.ts";
import { readJobJson } from "../labels/json/read-job-json.ts";
import { LabelFileError, type LabelFileKind, unreadableFile } from "../labels/label-file-error.ts";
import type { LabelTables } from "../labels/label-tables.ts";
import { labelText } from "../labels/label-text.ts";
import type { Problem, ProblemCode } from "../labels/problem.ts";
import { findGap } from "./find-gap.ts";
import type { JobEntry, JobFile } from "./job-files.ts";
import { JobFilesError } from "./job-files-error.ts";

/** Options of {@link readJob}. */
export interface ReadJobOptions {
  /** The tables that labels and problems go to. */
  tables: LabelTables;
  /** Whether the polygons of segmentations are read. */
  polygons: boolean;
  /** Whether a job that cannot be read throws; else its status is `failed` and its problems are noted. */
  strict: boolean;
  /**
   * Gives the bytes of a file; what it throws counts as a file that cannot be read.
   * @default from the file system
   */
  read?: (file: JobFile) => Uint8Array;
  /** What is known of its labels and motion samples, which then are not read, and of problems with them. */
  known?: (Pick<ReadJob, "labels" | "samples"> & { problems: readonly Problem[] }) | undefined;
}

/** What the `jobs` table tells of a job. */
export interface ReadJob {
  entry: JobEntry;
  /** `missing` where the batch lists the job as completed and nothing of it is here. */
  status: JobStatus | "missing";
  generator: string | null;
  params: Readonly<Row>;
  /** The file that the parameters are of. */
  paramsFile: string | null;
  /** What each of its label files holds. */
  labels: readonly CocoSummary[];
  /** The number of motion samples; null without a `data.csv`. */
  samples: number | null;
}

/**
 * Reads the files of one job.
 *
 * @throws {LabelFileError | JobFilesError} With `strict`, when a file is missing or cannot be read.
 */
export function readJob(entry: JobEntry, options: ReadJobOptions): ReadJob {
  const { jobId, files, listed } = entry;
  const job: ReadJob = {
    entry,
    status: listed?.job.status ?? "completed",
    generator: listed?.batch.generator.name ?? null,
    params: listed?.job.params ?? {},
    paramsFile: listed?.file ?? null,
    labels: [],
    samples: null,
  };
  const { tables, polygons, strict, read = ({ path }) => readFileSync(path), known } = options;
  let failed = listed?.job.status === "failed";
  if (files === null) {
    if (listed === null || job.status !== "completed") return job;
    const reason = `the batch lists it as completed and "${listed.folder.path}" is not there, download it again`;
    fail("missing_job", listed.folder.name, reason);
    return { ...job, status: "missing" };
  }

  const gap = findGap(entry, files);
  if (gap !== null) fail(gap.problem, gap.file, gap.reason);
  for (const { name } of files.unread) {
    report("unread_file", name, `The labels of job ${jobId} are read from ${files.labels[0]?.name}`);
  }

  const { params, csv } = files;
  if (params !== null) {
    const json = attempt(params, "parameters", (bytes, file) => {
      return readJobJson(labelText(bytes, { jobId, file }, "parameters"), { jobId, file });
    });
    if (json !== null) {
      Object.assign(job, { params: json.params, paramsFile: params.name });
      job.generator ??= json.name;
    }
  }
  if (known !== undefined) {
    for (const problem of known.problems) tables.report(problem);
    const { labels, samples } = known;
    return { ...job, status: failed ? "failed" : "completed", labels, samples };
  }
  const summaries: CocoSummary[] = [];
  for (const labels of files.labels) {
    const { camera } = labels;
    const summary = attempt(labels, "labels", (bytes, file) =>
      readCocoLabels(bytes, { jobId, file, camera, polygons, into: tables }),
    );
    if (summary !== null) summaries.push(summary);
  }
  const samples =
    csv === null
      ? null
      : attempt(csv, "motion samples", (bytes, file) => {
          const text = labelText(bytes, { jobId, file }, "motion samples");
          return readImuCsv(text, { jobId, file, into: tables });
        });
  return { ...job, status: failed ? "failed" : "completed", labels: summaries, samples };

  function attempt<T>(
    file: JobFile,
    kind: LabelFileKind,
    use: (bytes: Uint8Array, file: string) => T,
  ): T | null {
    try {
      return use(bytesOf(file, kind), file.name);
    } catch (error) {
      if (!(error instanceof LabelFileError) || strict) throw error;
      failed = true;
      tables.report({
        job_id: jobId,
        file: file.name,
        path: error.path,
        problem: "broken_file",
        message: error.message,
      });
      return null;
    }
  }

  function bytesOf(file: JobFile, kind: LabelFileKind): Uint8Array {
    try {
      return read(file);
    } catch (cause) {
      throw unreadableFile({ jobId, file: file.name }, kind, cause);
    }
  }

  function fail(problem: ProblemCode, file: string, reason: string): void {
    const error = new JobFilesError(jobId, { file, reason });
    if (strict) throw error;
    failed = true;
    report(problem, file, error.message);
  }

  function report(problem: ProblemCode, file: string, message: string): void {
    tables.report({ job_id: jobId, file, path: null, problem, message });
  }
}
