/** What a download did. */
export interface DownloadSummary {
  folder: string;
  /** The jobs that were fetched. */
  downloaded: string[];
  /** The jobs that were on disk already. */
  skipped: string[];
  /** The jobs that ended without a result. */
  failed: string[];
  /** The jobs that are still in progress. */
  inProgress: string[];
}
