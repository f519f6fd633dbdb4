import type { ColumnTable } from "arquero";
import { ApiClient } from "../api/api-client.ts";
import { getBatchList } from "../api/endpoints/get-batch-list.ts";
import { getUsageLastNDays } from "../api/endpoints/get-usage-last-n-days.ts";
import { lastNDays } from "../api/endpoints/last-n-days.ts";
import { postBatchEstimate } from "../api/endpoints/post-batch-estimate.ts";
import type { RequestOptions } from "../api/endpoints/request-options.ts";
import type { JobParams, ParamInfo, UsageData } from "../api/wire-types.ts";
import { fill } from "../design/fill/fill.ts";
import { sweepFrom } from "../design/operators/sweep-from.ts";
import { checkJobs } from "../params/check-jobs.ts";
import type { JobRecord } from "../params/job-record.ts";
import { jobsToTable } from "../params/jobs-to-table.ts";
import { ParameterSpace } from "../params/parameter-space.ts";
import { problemsByJob } from "../params/problems-by-job.ts";
import { eachJob, tableToJobs } from "../params/table-to-jobs.ts";
import { type Jobs, toJobTable } from "../params/to-job-table.ts";
import { validateJobs } from "../params/validate-jobs.ts";
import { isTable } from "../tables/is-table.ts";
import { checkOptionNames } from "../util/check-option-names.ts";
import { mapConcurrently } from "../util/map-concurrently.ts";
import { Batch } from "./batch.ts";
import { designRowsOf } from "./design-rows-of.ts";
import { fetchSpace } from "./fetch-space.ts";
import { findBaseJob } from "./find-base-job.ts";
import type {
  BatchListing,
  EstimateOptions,
  RandomOptions,
  SessionOptions,
  SubmitOptions,
} from "./session-options.ts";
import { draftSubmission } from "./submission/draft.ts";
import { Journal } from "./submission/journal.ts";
import { userName } from "./submission/sent-name.ts";
import { SEND_OPTIONS, submitJobs } from "./submission/submit-jobs.ts";

/** A connection to the API for one generator: validates, completes, estimates and submits jobs. */
export class Session {
  /** The parameters of the generator. */
  readonly space: ParameterSpace;
  readonly #client: ApiClient;
  readonly #journal: string | undefined;

  private constructor(client: ApiClient, space: ParameterSpace, journal: string | undefined) {
    this.#client = client;
    this.space = space;
    this.#journal = journal;
  }

  /**
   * Opens a session.
   *
   * @throws {TypeError} When the token, the server or the generator is empty or malformed.
   * @throws {SessionInitializationError} When the token is not valid, the generator is unknown or the API fails.
   */
  static async connect(given: SessionOptions): Promise<Session> {
    const { generator, rules, journal, signal, ...options } = given ?? {};
    if (typeof generator !== "string" || generator === "")
      throw new TypeError("The generator must not be empty");
    const client = new ApiClient(options);
    const { generator: info } = await fetchSpace(client, generator, { signal });
    return new Session(client, new ParameterSpace(info, { rules }), journal);
  }

  /** The name of the generator. */
  get generator(): string {
    return this.space.generator.name;
  }

  /** The server's URL, without a trailing slash. */
  get server(): string {
    return this.#client.server;
  }

  /** Type, default value and limits of every parameter, by name. */
  get parameterInfo(): Record<string, Omit<ParamInfo, "name">> {
    return Object.fromEntries(this.space.generator.params.map(({ name, ...info }) => [name, info]));
  }

  /** The default value of every parameter. */
  get defaultJob(): JobParams {
    return this.space.defaults();
  }

  /**
   * A job with random values for every parameter that has choices or a range, and defaults for the others.
   *
   * @throws {TypeError} When the seed is left out.
   */
  randomJob(options: RandomOptions): JobParams {
    return this.randomizeUnspecifiedParams({}, options);
  }

  /**
   * Gives jobs random values for what they do not specify: uniform over the choices or the range of a parameter, its
   * default where it has neither. Returns what it is given: a table, an array or a single job.
   *
   * @throws {TypeError} When the seed is left out.
   */
  randomizeUnspecifiedParams(jobs: ColumnTable, options: RandomOptions): ColumnTable;
  randomizeUnspecifiedParams(jobs: readonly JobRecord[], options: RandomOptions): JobParams[];
  randomizeUnspecifiedParams(jobs: JobRecord, options: RandomOptions): JobParams;
  randomizeUnspecifiedParams(
    jobs: Jobs | JobRecord,
    options: RandomOptions,
  ): ColumnTable | JobParams[] | JobParams {
    const list = isTable(jobs) || Array.isArray(jobs) ? (jobs as Jobs) : [jobs as JobRecord];
    const { seed, row = 0 } = options ?? {};
    const filled = fill(this.space, toJobTable(list, this.space), { with: "random", seed, firstRow: row });
    if (isTable(jobs)) return filled;
    const records = tableToJobs(filled);
    return Array.isArray(jobs) ? records : (records[0] as JobParams);
  }

  /** Checks jobs: for each its problems as text, or `null` where it has none. `validateJobs` gives them as a table. */
  validateJobParams(jobs: Jobs): (string | null)[] {
    const table = toJobTable(jobs, this.space);
    return problemsByJob(validateJobs(this.space, table), table.numRows());
  }

  /**
   * The number of samples (frames) that each job is expected to cost, in order.
   *
   * @throws {ParameterValidationError} When jobs do not fit the generator.
   * @throws {RangeError} When previews are wanted of a generator that has none.
   */
  async estimateSamples(jobs: Jobs, { isPreview = false, signal }: EstimateOptions = {}): Promise<number[]> {
    const jobParams = eachJob(this.#complete(jobs, isPreview));
    return postBatchEstimate(
      this.#client,
      { generator: this.generator, name: "", jobParams, isPreview },
      { signal },
    );
  }

  /**
   * Submits jobs as a batch; unspecified parameters get their default. It costs samples, and cannot be cancelled.
   *
   * The submission is noted on this machine before it is sent, and sent once. Where its answer is lost, the batch is
   * looked for; if this process ends before, the next submission of the same jobs finds it, and nothing is sent again.
   *
   * @param jobs A table or records; `design_row`, where they have it, is kept as the rows' identity.
   * @throws {ParameterValidationError} When jobs do not fit the generator. Nothing is sent.
   * @throws {TypeError} When `design_row` holds anything but whole numbers. Nothing is sent.
   * @throws {RangeError} When previews are wanted of a generator that has none, or a name is too long. Nothing is sent.
   * @throws {SampleLimitError} When the jobs are expected to cost more than `maxSamples`. Nothing is submitted.
   * @throws {SubmissionDeclinedError} When `confirm` does not say true. Nothing is submitted.
   * @throws {SubmissionPendingError} When the same jobs are being submitted at this moment. Nothing is submitted.
   * @throws {JournalError} When the submission cannot be noted. Nothing is submitted.
   * @throws {QuotaExceededError} When the samples left do not suffice.
   * @throws {ApiError} When the API refuses the batch for another reason.
   * @throws {SubmissionUnknownError} When the batch may have been made, and is not found.
   * @throws {DuplicateSubmissionError} When the server made several batches of it.
   */
  async submit(
    jobs: Jobs,
    { isPreview = false, batchName, tagName, ...options }: SubmitOptions = {},
  ): Promise<Batch> {
    // A misspelt limit on the cost would be no limit.
    checkOptionNames(options, SEND_OPTIONS);
    const { space, generator } = this;
    const given = toJobTable(jobs, space);
    const designRows = designRowsOf(given);
    const complete = this.#complete(given, isPreview);
    const draft = draftSubmission({ generator, isPreview, batchName, tagName, jobs: complete, designRows });
    const context = { client: this.#client, journal: new Journal(this.#journal) };
    const data = await submitJobs(context, draft, options);
    return new Batch({ client: this.#client, space, data, designRows });
  }

  /**
   * Submits a sweep from earlier jobs: every base with every override, re-using the base's hidden randomness.
   *
   * @param baseJobIds The ids of previews or standard jobs.
   * @param overrides A row per variant; a missing value keeps the base's.
   * @throws {ApiError} With status 404 when a base is unknown.
   * @throws {RangeError} When the generator has no `state` parameter.
   */
  async submitRerun(
    baseJobIds: readonly string[],
    overrides: Jobs,
    options: SubmitOptions = {},
  ): Promise<Batch> {
    this.space.get("state");
    if (baseJobIds.length === 0)
      throw new TypeError("There are no base jobs to re-run: at least one id is wanted");
    const find = (jobId: string) => findBaseJob(this.#client, jobId, { signal: options.signal });
    const bases = await mapConcurrently(baseJobIds, find, { concurrency: 4, signal: options.signal });
    const records = bases.map(({ id, param_values }) => ({ ...param_values, job_id: id }));
    return this.submit(sweepFrom(jobsToTable(records, { space: this.space }), overrides), options);
  }

  /**
   * A batch that was submitted earlier.
   *
   * @throws {ApiError} With status 404 when the token has no such batch.
   */
  batchFromApi(batchId: string, options: RequestOptions = {}): Promise<Batch> {
    return Batch.fromClient(this.#client, batchId, options);
  }

  /**
   * The batches of the last days, newest first.
   *
   * @param nDays A number of days of exactly 24 hours.
   */
  async getBatchesLastNDays(nDays: number, { signal }: RequestOptions = {}): Promise<BatchListing[]> {
    const batches = await getBatchList(this.#client, { ...lastNDays(nDays), signal });
    return batches
      .map(({ id, name, created }) => ({
        batch_id: id,
        name: name === undefined ? null : userName(name),
        created: new Date(created),
      }))
      .reverse();
  }

  /**
   * The usage of the last days, by generator.
   *
   * @param nDays A number of days of exactly 24 hours.
   */
  getUsageStatsLastNDays(nDays: number, options: RequestOptions = {}): Promise<UsageData> {
    return getUsageLastNDays(this.#client, nDays, options);
  }

  #complete(jobs: Jobs, isPreview: boolean): ColumnTable {
    if (isPreview && !this.space.supportsPreviews)
      throw new RangeError(`Generator ${this.generator} has no previews`);
    const given = toJobTable(jobs, this.space);
    checkJobs(this.space, given);
    const filled = fill(this.space, given, { with: "default" });
    checkJobs(this.space, filled);
    return filled;
  }
}
