import type { ApiClient } from "../../api/api-client.ts";
import type { FolderLock } from "../../io/lock/folder-lock.ts";
import type { AdaptiveLimit } from "./adaptive-limit.ts";
import type { BatchPaths } from "./batch-paths.ts";
import type { DownloadProgressReport } from "./download-progress.ts";
import type { FreeSpace } from "./free-space.ts";
import type { ResultUrlRules } from "./result-url-rules.ts";
import type { ResultUrls } from "./result-urls.ts";

/** What the downloads of a batch's jobs share. */
export interface DownloadContext {
  client: ApiClient;
  batchId: string;
  paths: BatchPaths;
  lock: FolderLock;
  rules: ResultUrlRules;
  urls: ResultUrls;
  limit: AdaptiveLimit;
  report: DownloadProgressReport;
  space: FreeSpace;
  /** Aborted when the caller gives up, the lock is lost, or the disk can take no more. */
  signal: AbortSignal;
}

/** A job that is to be downloaded. */
export interface WantedJob {
  jobId: string;
  /** The name of its folder. */
  name: string;
}
