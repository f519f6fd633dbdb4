import { type ColumnTable, table } from "arquero";
import { ApiClient } from "../api/api-client.ts";
import type { ApiClientOptions } from "../api/api-client-options.ts";
import { getBatchData } from "../api/endpoints/get-batch-data.ts";
import { getBatchSummaryData } from "../api/endpoints/get-batch-summary-data.ts";
import { getSingleGeneratorData } from "../api/endpoints/get-single-generator-data.ts";
import type { RequestOptions } from "../api/endpoints/request-options.ts";
import { UnexpectedReplyError } from "../api/errors/unexpected-reply-error.ts";
import type { BatchData, BatchSummaryData, JobParams, JobRunSummary } from "../api/wire-types.ts";
import { displayable } from "../display/displayable.ts";
import { viewDisplay } from "../display/view-display.ts";
import { jobsToTable } from "../params/jobs-to-table.ts";
import { ParameterSpace } from "../params/parameter-space.ts";
import type { ColumnLike } from "../tables/column-type-of.ts";
import { makeColumn } from "../tables/make-column.ts";
import { batchView } from "./batch-view.ts";
import { type DownloadOptions, downloadBatch } from "./download/download-batch.ts";
import type { DownloadSummary } from "./download/download-summary.ts";
import {
  type CompletedJob,
  completedJobs,
  isValidCompletedJob,
  runsInOrder,
  type ValidCompletedJob,
} from "./jobs.ts";
import { showingDownload, showingJobs } from "./result-views.ts";
import { userName } from "./submission/sent-name.ts";
import type { BatchProgress } from "./waiting/batch-progress.ts";
import { type BatchState, batchState } from "./waiting/batch-state.ts";
import { type Look, type WatchOptions, watchJobs } from "./waiting/watch-jobs.ts";

/** Options of `batch.awaitCompletion`. */
export interface AwaitCompletionOptions extends WatchOptions {
  /** Called after every look. */
  onProgress?: ((progress: BatchProgress) => void) | undefined;
}

/** What a batch is made from. */
export interface BatchSource {
  client: ApiClient;
  space: ParameterSpace;
  data: BatchData;
  /** The design row of each job. @default not known: what an earlier download noted, else the order of the jobs */
  designRows?: readonly number[] | undefined;
}

/**
 * A batch of jobs that was submitted to the API. It shows itself in notebooks.
 *
 * @example
 * ```ts
 * batch.name; // "camera heights"
 * batch.table.select("design_row", "scene", "camera_height").object(1); // { design_row: 1, scene: "GYM_1", … }
 * (await batch.awaitCompletion()).length; // 12
 * const { downloaded } = await batch.download("cameras");
 * downloaded.length; // 12
 * ```
 */
export class Batch {
  static {
    displayable(Batch.prototype, viewDisplay(batchView));
  }

  /** The batch's id. */
  readonly batchId: string;
  /** The batch's name as the user gave it, which may be empty. */
  readonly name: string;
  /** When the API took the batch: ISO 8601 with an offset. */
  readonly created: string;
  /** What kind of jobs the batch holds. */
  readonly jobType: "preview" | "standard";
  /** The parameters of the generator. */
  readonly space: ParameterSpace;
  readonly #client: ApiClient;
  /** The ids of the jobs, in the order of submission. */
  readonly jobIds: readonly string[];
  /** The parameters of the jobs, in the order of submission, as the API has them. */
  readonly jobParams: readonly JobParams[];
  readonly #designRows: readonly number[] | null;
  #lastState: BatchState | null = null;

  /** @internal */
  constructor({ client, space, data, designRows }: BatchSource) {
    this.#client = client;
    this.space = space;
    this.batchId = data.id;
    this.name = userName(data.name);
    this.created = data.created;
    this.jobType = data.job_runs[0]?.is_preview ? "preview" : "standard";
    this.jobIds = data.job_runs.map(({ id }) => id);
    this.jobParams = data.job_runs.map(({ param_values }) => param_values);
    this.#designRows = designRows ?? null;
  }

  /**
   * A batch that was submitted earlier.
   *
   * @throws {TypeError} When the token, the server or the id is malformed.
   * @throws {ApiError} When the API does not know the batch or the token.
   * @example
   * ```ts
   * const login = { server: server.url, token: server.token };
   * const found = await Batch.fromApi({ ...login, batchId: batch.batchId });
   * found.name; // "camera heights"
   * ```
   */
  static async fromApi({
    batchId,
    signal,
    ...options
  }: ApiClientOptions & RequestOptions & { batchId: string }): Promise<Batch> {
    return Batch.fromClient(new ApiClient(options), batchId, { signal });
  }

  /** A batch that was submitted earlier, by a client that is there already. */
  static async fromClient(client: ApiClient, batchId: string, options: RequestOptions = {}): Promise<Batch> {
    const data = await getBatchData(client, batchId, options);
    const generator = data.job_runs[0]?.name;
    if (generator === undefined) throw new UnexpectedReplyError(`Batch ${batchId} has no jobs`);
    const space = new ParameterSpace(await getSingleGeneratorData(client, generator, options));
    return new Batch({ client, space, data });
  }

  /** The number of jobs. */
  get numJobs(): number {
    return this.jobIds.length;
  }

  /** How many jobs were in which state when they were last looked at; null before the first look. */
  get lastState(): BatchState | null {
    return this.#lastState;
  }

  /** One row per job: `job_id`, `design_row` (the row of the submitted table), and every parameter. */
  get table(): ColumnTable {
    const params = jobsToTable(this.jobParams, { space: this.space });
    return table([
      ["job_id", [...this.jobIds]],
      ["design_row", makeColumn("int32", this.#designRows ?? [...this.jobIds.keys()])],
      ...params.columnNames().map((name): [string, ColumnLike] => [name, params.column(name) as ColumnLike]),
    ]);
  }

  /** The batch with its jobs, as the API has it now. */
  getBatchData(options: RequestOptions = {}): Promise<BatchData> {
    return getBatchData(this.#client, this.batchId, options);
  }

  /**
   * The state of the jobs, as the API has it now.
   *
   * @example
   * ```ts
   * const { job_runs } = await batch.getBatchSummaryData();
   * job_runs.every(({ in_progress }) => !in_progress); // true
   * ```
   */
  async getBatchSummaryData(options: RequestOptions = {}): Promise<BatchSummaryData> {
    const summary = await getBatchSummaryData(this.#client, this.batchId, options);
    this.#lastState = batchState(summary.job_runs);
    return summary;
  }

  /**
   * The state of one job.
   *
   * @throws {RangeError} When the batch has no job of this id.
   * @example
   * ```ts
   * const { in_progress, result_url } = await batch.getJobSummaryData(batch.jobIds[0]);
   * in_progress; // false
   * result_url; // "http://…"
   * ```
   */
  async getJobSummaryData(jobId: string, options: RequestOptions = {}): Promise<JobRunSummary> {
    const { job_runs } = await this.getBatchSummaryData(options);
    const job = job_runs.find(({ id }) => id === jobId);
    if (job === undefined) throw new RangeError(`Batch ${this.batchId} has no job "${jobId}"`);
    return job;
  }

  /**
   * How many jobs are still in progress.
   *
   * @example
   * ```ts
   * await batch.getNumJobsRemaining(); // 0
   * ```
   */
  async getNumJobsRemaining(options: RequestOptions = {}): Promise<number> {
    const { job_runs } = await this.getBatchSummaryData(options);
    return job_runs.filter(({ in_progress }) => in_progress).length;
  }

  /**
   * The jobs that are no longer in progress, failed ones too, in the order of submission.
   *
   * @example
   * ```ts
   * const failing = await startEmulator({ failures: 1, jobDurationMs: 0 });
   * const login = { server: failing.url, token: failing.token };
   * const session = await Session.connect({ ...login, generator: "spills-v0.1.0" });
   * const batch = await session.submit([{ size: 20 }]);
   * (await batch.getCompletedJobs()).map(({ resultUrl }) => resultUrl); // [null]
   * (await batch.getValidCompletedJobs()).length; // 0
   * await failing.close();
   * ```
   */
  async getCompletedJobs(options: RequestOptions = {}): Promise<CompletedJob[]> {
    return showingJobs(this.#completed(await this.getBatchSummaryData(options)));
  }

  /**
   * The jobs that completed with a result, in the order of submission.
   *
   * @example
   * ```ts
   * const [first] = await batch.getValidCompletedJobs();
   * first; // { jobId: "…", generator: "visionfit-v0.3.1", params: {…}, resultUrl: "http://…" }
   * ```
   */
  async getValidCompletedJobs(options: RequestOptions = {}): Promise<ValidCompletedJob[]> {
    return showingJobs((await this.getCompletedJobs(options)).filter(isValidCompletedJob));
  }

  /**
   * Looks at the batch again and again until no job is in progress, and says after each look how far it is. Leaving the
   * loop ends it.
   *
   * @throws {BatchTimeoutError} When that takes longer than `timeoutMs`. The batch goes on, and can be watched again.
   * @throws {ApiError} When the API refuses, or fails ten times in a row.
   * @example
   * ```ts
   * for await (const { numJobs, numJobsRemaining } of batch.watch()) {
   *   console.log(`${numJobs - numJobsRemaining} of ${numJobs} jobs done`); // 12 of 12 jobs done
   * }
   * ```
   */
  async *watch(options: WatchOptions = {}): AsyncGenerator<BatchProgress, void, void> {
    for await (const { progress } of this.#looks(options)) yield progress;
  }

  /**
   * Waits until no job is in progress.
   *
   * @returns The jobs that completed with a result, in the order of submission.
   * @throws {BatchTimeoutError} When that takes longer than `timeoutMs`. The batch goes on, and can be awaited again.
   * @throws {ApiError} When the API refuses, or fails ten times in a row.
   * @example
   * ```ts
   * const slow = await startEmulator({ jobDurationMs: 100 });
   * const login = { server: slow.url, token: slow.token };
   * const session = await Session.connect({ ...login, generator: "spills-v0.1.0" });
   * const batch = await session.submit([{ size: 20 }, { size: 30 }]);
   * const jobs = await batch.awaitCompletion({ pollIntervalMs: 50, timeoutMs: 60_000 });
   * jobs.map(({ params }) => params.size); // [20, 30]
   * await slow.close();
   * ```
   */
  async awaitCompletion({
    onProgress,
    ...options
  }: AwaitCompletionOptions = {}): Promise<ValidCompletedJob[]> {
    let last: BatchSummaryData = { job_runs: [] };
    for await (const { summary, progress } of this.#looks(options)) {
      last = summary;
      onProgress?.(progress);
    }
    return showingJobs(this.#completed(last).filter(isValidCompletedJob));
  }

  /**
   * Downloads the results of all completed jobs into `<folder>/<job_id>/`, and writes what the batch is to
   * `batch_id.txt` and `.infinity/batch.json`. A job is finished when it has a receipt, `.infinity/jobs/<job_id>.json`,
   * and all files that this lists; it is not fetched again. A job's folder without a receipt, as the Python client
   * leaves, is replaced. Downloads that broke off, even by a crash, are gone on with by the next call. One download at a
   * time works in a folder; another one waits for it.
   *
   * @throws {BatchFolderError} When the folder holds another batch, files that are not a batch, or, without `overwrite`,
   * jobs of the same ids with other parameters. Nothing is changed.
   * @throws {FolderLockedError} When another download works in the folder for longer than `lockTimeoutMs`.
   * @throws {FolderLockLostError} When another download took the folder over while this process was asleep.
   * @throws {DownloadSummaryError} When jobs could not be fetched; the others are there.
   * @throws {FileWriteError} When the disk is full: no other job is begun, and those that are finished stay.
   * @example
   * ```ts
   * const { downloaded } = await batch.download("cameras");
   * downloaded.length; // 12
   * const { skipped } = await batch.download("cameras");
   * skipped.length; // 12
   * ```
   */
  async download(folder: string, options: DownloadOptions = {}): Promise<DownloadSummary> {
    const { batchId: id, name, created, space } = this;
    const jobs = this.jobIds.map((jobId, row) => {
      const params = this.jobParams[row] as JobParams;
      return { jobId, designRow: this.#designRows?.[row] ?? null, params };
    });
    const isPreview = this.jobType === "preview";
    const source = {
      client: this.#client,
      batch: { id, name, created },
      isPreview,
      generator: space.generator,
      jobs,
    };
    return showingDownload(await downloadBatch(source, folder, options));
  }

  /**
   * The jobs' parameters with `state` set to each job's own id, where the generator has a `state` parameter: submitted
   * again, they keep the hidden randomness of the first run.
   *
   * @example
   * ```ts
   * const jobs = batch.getJobParamsSeededForRerun();
   * jobs[0].state === batch.jobIds[0]; // true
   * ```
   */
  getJobParamsSeededForRerun(): JobParams[] {
    if (!this.space.has("state")) return [...this.jobParams];
    return this.jobParams.map((params, row) => ({ ...params, state: this.jobIds[row] as string }));
  }

  async *#looks(options: WatchOptions): AsyncGenerator<Look, void, void> {
    const { batchId, jobIds } = this;
    for await (const look of watchJobs({ client: this.#client, batchId, jobIds }, options)) {
      this.#lastState = batchState(look.summary.job_runs);
      yield look;
    }
  }

  #completed(summary: BatchSummaryData): CompletedJob[] {
    const runs = runsInOrder(summary, this);
    return completedJobs(
      runs.map((run, row) => ({ ...run, param_values: this.jobParams[row] as JobParams })),
    );
  }
}
