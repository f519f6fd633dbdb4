import type { ArchivedFile } from "../../archives/read-entries.ts";
import type { FoundFiles, JobEntry, JobFile } from "../job-files.ts";
import { type FileStamp, fingerprintOf } from "./fingerprint.ts";

/** What a job is read from. */
export interface JobSource {
  entry: JobEntry;
  /** The archive that holds its files; null where they lie in a folder. */
  archive: JobArchive | null;
  /** Why nothing of it can be read; null where that is not known. */
  fault: JobFault | null;
  /** Tells whether the job is the same as at an earlier time. */
  fingerprint: string;
  /** The bytes of its labels and motion samples. */
  bytes: number;
  /** The bytes of its largest file. */
  largest: number;
  /** Whether its files could be looked at, and are files. */
  areFiles: boolean;
}

/** The archive of a job. */
export interface JobArchive {
  path: string;
  /** The files that are read, by their paths in the job's entry. */
  files: Readonly<Record<string, ArchivedFile>>;
}

/** Why a job cannot be read. */
export interface JobFault {
  /** The file at fault, as tables call it. */
  file: string;
  reason: string;
}

/** The files that tables are read from. */
export function readFiles({ params, labels, csv }: FoundFiles): JobFile[] {
  return [...(params === null ? [] : [params]), ...labels, ...(csv === null ? [] : [csv])];
}

/** A job whose files lie in a folder, with their sizes and times. */
export function folderSource(entry: JobEntry, stamps: readonly FileStamp[], areFiles: boolean): JobSource {
  const params = entry.files?.params?.name;
  return {
    entry,
    archive: null,
    fault: null,
    fingerprint: fingerprintOf(entry, stamps),
    bytes: stamps.reduce((all, { name, bytes }) => (name === params ? all : all + bytes), 0),
    largest: Math.max(0, ...stamps.map(({ bytes }) => bytes)),
    areFiles,
  };
}
