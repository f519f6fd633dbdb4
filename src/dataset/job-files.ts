import type { ListedBatch, ListedJob } from "./read-batch-metadata.ts";

/** One file of a job. */
export interface JobFile {
  /** Where it is. */
  path: string;
  /** What messages and tables call it: its path inside the dataset. */
  name: string;
}

/** The label file of one camera. */
export interface CameraFile extends JobFile {
  camera: number;
}

/** The files of one job that tables are read from. */
export interface FoundFiles {
  /** The folder of the job alone, or the folder that it shares with others. */
  folder: JobFile;
  /** Whether the job has a folder of its own, which holds a `job.json` when the download is finished. */
  ownFolder: boolean;
  params: JobFile | null;
  labels: readonly CameraFile[];
  csv: JobFile | null;
  /** Whether there is a preview image and no video. */
  looksLikePreview: boolean;
  /** Label files that another one stands in for. */
  unread: readonly JobFile[];
}

/** What the metadata of a batch says of one of its jobs. */
export interface Listing {
  batch: ListedBatch;
  job: ListedJob;
  /** What the metadata's file is called. */
  file: string;
  /** Where the job's own folder is, or ought to be. */
  folder: JobFile;
}

/** One job of a dataset, before anything of it is read. */
export interface JobEntry {
  jobId: string;
  /** Null where the batch lists the job and nothing of it was downloaded. */
  files: FoundFiles | null;
  /** What the batch metadata says of the job; null without metadata or where it does not list the job. */
  listed: Listing | null;
}
