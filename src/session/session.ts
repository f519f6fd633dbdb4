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
import { displayable } from "../display/displayable.ts";
import { viewDisplay } from "../display/view-display.ts";
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

/**
 * A connection to the API for one generator: validates, completes, estimates and submits jobs.
 *
 * @example
 * ```ts
 * const login = { server: server.url, token: server.token };
 * const session = await Session.connect({ ...login, generator: "visionfit-v0.3.1" });
 * const jobs = grid({ scene: ["GYM_1", "BEDROOM_2"], camera_height: [0.5, 1] });
 * session.validateJobParams(jobs); // [null, null, null, null]
 * await session.estimateSamples(jobs); // [48, 48, 48, 48]
 * const batch = await session.submit(jobs, { batchName: "first look", maxSamples: 200 });
 * batch.numJobs; // 4
 * ```
 */
export class Session {
  static {
    displayable(
      Session.prototype,
      viewDisplay(({ generator, server, space }: Session) => {
        const facts: [string, string | number][] = [
          ["server", server],
          ["parameters", space.names.length],
          ["previews", space.supportsPreviews ? "yes" : "no"],
        ];
        return { title: `Session for ${generator}`, parts: [{ kind: "facts", facts }] };
      }),
    );
  }

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
   * @example
   * ```ts
   * const login = { server: server.url, token: server.token };
   * const session = await Session.connect({ ...login, generator: "spills-v0.1.0" });
   * session.space.names; // ["aspect_ratio", "color", …]
   * ```
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
   * @example
   * ```ts
   * session.randomJob({ seed: 1 }); // { scene: "BEDROOM_4", exercise: "DOWNWARD_DOG", … }
   * session.randomJob({ seed: 1, row: 1 }).scene === session.randomJob({ seed: 1 }).scene; // false
   * ```
   */
  randomJob(options: RandomOptions): JobParams {
    return this.randomizeUnspecifiedParams({}, options);
  }

  /**
   * Gives jobs random values for what they do not specify: uniform over the choices or the range of a parameter, its
   * default where it has neither. Returns what it is given: a table, an array or a single job.
   *
   * @throws {TypeError} When the seed is left out.
   * @example
   * ```ts
   * const job = session.randomizeUnspecifiedParams({ scene: "GYM_1" }, { seed: 1 });
   * [job.scene, job.num_reps]; // ["GYM_1", 14]
   * session.randomizeUnspecifiedParams(grid({ scene: ["GYM_1", "BEDROOM_2"] }), { seed: 1 }).numRows(); // 2
   * ```
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

  /**
   * Checks jobs: for each its problems as text, or `null` where it has none. `validateJobs` gives them as a table.
   *
   * @example
   * ```ts
   * const [first, second] = session.validateJobParams([{ scene: "GYM_1" }, { scene: "GYM_9" }]);
   * first; // null
   * second; // 'Constraint violations:\n  "scene" must be one of "GYM_1", …, got "GYM_9"'
   * ```
   */
  validateJobParams(jobs: Jobs): (string | null)[] {
    const table = toJobTable(jobs, this.space);
    return problemsByJob(validateJobs(this.space, table), table.numRows());
  }

  /**
   * The number of samples (frames) that each job is expected to cost, in order.
   *
   * @throws {ParameterValidationError} When jobs do not fit the generator.
   * @throws {RangeError} When previews are wanted of a generator that has none.
   * @example
   * ```ts
   * await session.estimateSamples([{ num_reps: 1 }, { num_reps: 3 }]); // [48, 144]
   * await session.estimateSamples([{ num_reps: 1 }], { isPreview: true }); // [1]
   * ```
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
   * @example
   * ```ts
   * const jobs = grid({ scene: ["GYM_1", "BEDROOM_2"] });
   * const batch = await session.submit(jobs, { batchName: "two scenes", maxSamples: 100 });
   * batch.table.array("scene"); // ["GYM_1", "BEDROOM_2"]
   * ```
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
   * @example
   * ```ts
   * const bases = batch.jobIds.slice(0, 2);
   * const sweep = await session.submitRerun(bases, grid({ relative_avatar_angle_deg: [0, 45, 90] }));
   * sweep.numJobs; // 6
   * sweep.jobParams.map(({ state }) => bases.indexOf(String(state))); // [0, 0, 0, 1, 1, 1]
   * ```
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
   * @example
   * ```ts
   * const found = await session.batchFromApi(batch.batchId);
   * [found.name, found.numJobs]; // ["camera heights", 12]
   * ```
   */
  batchFromApi(batchId: string, options: RequestOptions = {}): Promise<Batch> {
    return Batch.fromClient(this.#client, batchId, options);
  }

  /**
   * The batches of the last days, newest first.
   *
   * @param nDays A number of days of exactly 24 hours.
   * @example
   * ```ts
   * const fresh = await startEmulator();
   * const login = { server: fresh.url, token: fresh.token };
   * const session = await Session.connect({ ...login, generator: "spills-v0.1.0" });
   * await session.submit([{ size: 20 }], { batchName: "a puddle" });
   * await session.getBatchesLastNDays(7); // [{ batch_id: "…", name: "a puddle", created: … }]
   * await fresh.close();
   * ```
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
   * @example
   * ```ts
   * const { counts_by_generator } = await session.getUsageStatsLastNDays(7);
   * counts_by_generator.map(({ name }) => name); // ["visionfit-v0.3.1", …]
   * ```
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
