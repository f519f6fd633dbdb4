import type { ApiClient } from "../../api/api-client.ts";
import { getBatchData } from "../../api/endpoints/get-batch-data.ts";
import { getBatchList } from "../../api/endpoints/get-batch-list.ts";
import type { RequestOptions } from "../../api/endpoints/request-options.ts";
import { NotFoundError } from "../../api/errors/not-found-error.ts";
import type { BatchData, BatchListItem } from "../../api/wire-types.ts";
import { mapConcurrently } from "../../util/map-concurrently.ts";
import { ulidTimeMs } from "../../util/ulid.ts";
import { hashJobs } from "./hash-jobs.ts";
import { submissionIdIn } from "./sent-name.ts";
import type { SubmissionEntry } from "./submission-entry.ts";

const MINUTE_MS = 60_000;
const MARGIN_MS = 15 * MINUTE_MS;

/** Whether a batch is what was submitted; a server may have added parameters. */
function holdsTheJobs({ job_runs }: BatchData, entry: SubmissionEntry): boolean {
  const { generator, isPreview, paramNames: names, paramsHash, jobCount } = entry;
  if (job_runs.length !== jobCount) return false;
  if (job_runs.some((run) => run.name !== generator || run.is_preview !== isPreview)) return false;
  const jobs = job_runs.map(({ param_values }) => param_values);
  return hashJobs({ generator, isPreview, jobs, names }) === paramsHash;
}

/** Looks for the batches of one submission among those of the server. */
export class BatchSearch {
  readonly #client: ApiClient;
  readonly #entry: SubmissionEntry;
  readonly #isTagged: boolean;
  /** Batches that are another submission's. */
  readonly #strangers: Set<string>;
  /** Batches that bear the submission's name without being what was submitted. */
  readonly #misfits = new Map<string, number>();

  /** @param others The batches of other submissions, which count where the name tells nothing. */
  constructor(client: ApiClient, entry: SubmissionEntry, others: Iterable<string>) {
    this.#client = client;
    this.#entry = entry;
    this.#isTagged = submissionIdIn(entry.sentName) === entry.submissionId;
    this.#strangers = new Set(this.#isTagged ? [] : others);
  }

  /** What the last look found, in words. */
  get findings(): string {
    const [misfit] = this.#misfits;
    if (misfit === undefined) return "the server has no batch of it";
    const [batchId, numJobs] = misfit;
    const { jobCount } = this.#entry;
    const but = numJobs === jobCount ? "other jobs" : `${numJobs} jobs, not ${jobCount}`;
    return `batch ${batchId}, which bears its name, has ${but}`;
  }

  /** Looks once. The order of the server's list does not matter. */
  async look({ signal }: RequestOptions): Promise<BatchData[]> {
    const list = await getBatchList(this.#client, { ...this.#window(), signal });
    const candidates = list.filter((item) => this.#mayBeOurs(item));
    const details = await mapConcurrently(candidates, ({ id }) => this.#detail(id, signal), {
      concurrency: 4,
      signal,
    });
    return details.filter((data): data is BatchData => data !== null && this.#isOurs(data));
  }

  /**
   * The time in which the batch may have been made, by the server's clock. Without a tag, an equal batch that somebody
   * made shortly before must not be taken for it.
   */
  #window(): { startTime: Date; endTime: Date } {
    const begun = ulidTimeMs(this.#entry.submissionId);
    const now = Math.max(begun, Date.now() + this.#client.clockOffsetMs);
    const before = this.#isTagged ? MARGIN_MS : MINUTE_MS;
    return { startTime: new Date(begun - before), endTime: new Date(now + MARGIN_MS) };
  }

  #hasName(name: string): boolean {
    const { sentName, submissionId } = this.#entry;
    return this.#isTagged ? submissionIdIn(name) === submissionId : name === sentName;
  }

  #mayBeOurs({ id, name }: BatchListItem): boolean {
    return !this.#strangers.has(id) && (name === undefined || this.#hasName(name));
  }

  #isOurs(data: BatchData): boolean {
    const { id, name, job_runs } = data;
    this.#misfits.delete(id);
    if (this.#hasName(name)) {
      if (holdsTheJobs(data, this.#entry)) return true;
      this.#misfits.set(id, job_runs.length);
      // The server may still be making its jobs.
      if (job_runs.length < this.#entry.jobCount) return false;
    }
    this.#strangers.add(id);
    return false;
  }

  async #detail(id: string, signal: AbortSignal | undefined): Promise<BatchData | null> {
    try {
      return await getBatchData(this.#client, id, { signal });
    } catch (error) {
      if (error instanceof NotFoundError) return null;
      throw error;
    }
  }
}
