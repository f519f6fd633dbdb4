/** How far a download is. */
export interface DownloadProgress {
  /** The jobs that have a result. */
  numJobs: number;
  /** Those that are on disk, from this download or an earlier one. */
  numJobsDone: number;
  /** Those that could not be downloaded. */
  numJobsFailed: number;
  /** The bytes of archives that have been received, by this download or an earlier one. */
  bytes: number;
  /** The bytes of the archives of all jobs; null until every one has begun and said its size. */
  bytesTotal: number | null;
  /** The job that has just ended; null where only bytes have come. */
  jobId: string | null;
}

/** How a {@link DownloadProgressReport} is given. */
export interface ReportOptions {
  numJobs: number;
  onProgress: ((progress: DownloadProgress) => void) | undefined;
  /** Called with what `onProgress` throws. */
  onError: (error: unknown) => void;
}

const LEAST_PAUSE_MS = 100;

/** Adds up what the jobs of a download tell of themselves, and passes it on: bytes now and then, ends of jobs always. */
export class DownloadProgressReport {
  readonly #options: ReportOptions;
  readonly #jobs = new Map<string, { bytes: number; size: number | null }>();
  #done = 0;
  #failed = 0;
  #bytes = 0;
  #sizes = 0;
  #numSizes = 0;
  #lastMs = Number.NEGATIVE_INFINITY;

  constructor(options: ReportOptions) {
    this.#options = options;
  }

  /** How many jobs have not ended. */
  get numJobsLeft(): number {
    return this.#options.numJobs - this.#done - this.#failed;
  }

  /** Notes what there is of a job's archive, and its size where it is known. */
  received(jobId: string, bytes: number, size: number | null): void {
    this.#note(jobId, bytes, size);
    if (performance.now() - this.#lastMs >= LEAST_PAUSE_MS) this.#tell(null);
  }

  /** Notes that a job was on disk before. */
  skipped(jobId: string, bytes: number): void {
    this.#note(jobId, bytes, bytes);
    this.#done++;
  }

  /** Tells what was on disk before. */
  begin(): void {
    this.#tell(null);
  }

  /** Notes that a job is on disk now. */
  done(jobId: string, bytes: number): void {
    this.skipped(jobId, bytes);
    this.#tell(jobId);
  }

  /** Notes that a job could not be downloaded. */
  failed(jobId: string): void {
    this.#failed++;
    this.#tell(jobId);
  }

  #note(jobId: string, bytes: number, size: number | null): void {
    const { bytes: before, size: sizeBefore } = this.#jobs.get(jobId) ?? { bytes: 0, size: null };
    this.#jobs.set(jobId, { bytes, size });
    this.#bytes += bytes - before;
    this.#sizes += (size ?? 0) - (sizeBefore ?? 0);
    this.#numSizes += Number(size !== null) - Number(sizeBefore !== null);
  }

  #tell(jobId: string | null): void {
    const { numJobs, onProgress, onError } = this.#options;
    this.#lastMs = performance.now();
    try {
      onProgress?.({
        numJobs,
        numJobsDone: this.#done,
        numJobsFailed: this.#failed,
        bytes: this.#bytes,
        bytesTotal: this.#numSizes === numJobs ? this.#sizes : null,
        jobId,
      });
    } catch (error) {
      onError(error);
    }
  }
}
