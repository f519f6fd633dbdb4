import type { ParquetCompression } from "../../io/parquet-layout.ts";
import type { LabelTableName } from "../../labels/schemas.ts";
import { TABLE_NAMES } from "../table-names.ts";
import type { ErrorMessage } from "./error-message.ts";
import type { JobRecord } from "./job-record.ts";
import type { JobSource } from "./job-source.ts";
import type { NamedType, Part } from "./part.ts";

/** What all tasks need to know. */
export interface TaskSettings {
  polygons: boolean;
  strict: boolean;
  partitionBy: readonly string[];
  compression: ParquetCompression;
  /** Rows are written once they take so many bytes of memory. */
  flushBytes: number;
  /** The budget of memory of all workers. */
  memory: number;
}

/** Jobs that are read together into parts. */
export interface GroupTask {
  kind: "group";
  /** The folder that the parts go to. */
  folder: string;
  hash: string;
  jobs: readonly JobSource[];
  /** The jobs on which a worker died, by place, with the reason. */
  deaths: Readonly<Record<number, string>>;
}

/** What came of a group. */
export interface GroupResult {
  jobs: readonly JobRecord[];
  /** Their files are below the folder of the group. */
  parts: readonly Part[];
}

/** A part of which only some jobs' rows are wanted, or that is to have other columns. */
export interface RewriteTask {
  kind: "rewrite";
  /** The file, and where the new one goes. */
  source: string;
  target: string;
  part: Part;
  /** The jobs whose rows are kept. */
  jobs: readonly string[];
  /** The columns of the new file; null where they are what the kept values say. */
  columns: readonly NamedType[] | null;
  metadata: Readonly<Record<string, string>>;
}

/** The rows, sizes and columns of the part that was made. */
export type RewriteResult = Pick<Part, "rows" | "bytes" | "jobs" | "natural" | "columns">;

/** What a worker is given to do. */
export type Task = GroupTask | RewriteTask;

/** What a worker says at the end of a task: what came of it, or the place of the job that cannot be read, or an error. */
export type TaskReply =
  | { done: GroupResult | RewriteResult }
  | { strictJob: number }
  | { failed: ErrorMessage };

/** What a worker is told: a task, or that there is memory for the job that it wants to read. */
export type ToWorker = { task: Task; settings: TaskSettings } | { go: true };

/** A job that a worker is about to read. */
export interface NextJob {
  /** Its place in the group. */
  place: number;
  /** The bytes of the jobs before it. */
  bytesDone: number;
  /** The memory that it may take. */
  needs: number;
}

/** What a worker says. */
export type FromWorker = { reply: TaskReply } | NextJob;

/** The name of a table that is made of parts; the others are made of what is known of all jobs. */
export type PartTableName = Exclude<LabelTableName, "problems">;

/** The tables that are made of parts. */
export const PART_TABLES: readonly PartTableName[] = TABLE_NAMES.filter(
  (name): name is PartTableName => name !== "jobs" && name !== "problems",
);
