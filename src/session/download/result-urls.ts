import type { JobRunSummary } from "../../api/wire-types.ts";

/** The addresses of a batch's results, which are asked for again when they have expired. */
export class ResultUrls {
  readonly #ask: () => Promise<readonly JobRunSummary[]>;
  #known: ReadonlyMap<string, string | null>;
  #asking: Promise<void> | null = null;

  /** @param ask Asks the API for the state of the batch. */
  constructor(runs: readonly JobRunSummary[], ask: () => Promise<readonly JobRunSummary[]>) {
    this.#known = urlsOf(runs);
    this.#ask = ask;
  }

  /** The address of a job's result, as it was last heard of; null where it has none. */
  of(jobId: string): string | null {
    return this.#known.get(jobId) ?? null;
  }

  /** An address in place of one that has expired; the same one where the API has no other. Jobs ask together. */
  async renew(jobId: string, expired: string): Promise<string | null> {
    const joins = this.#asking !== null;
    if (this.of(jobId) === expired) await this.#askAgain();
    // An answer that was on its way already may be from before this address expired.
    if (joins && this.of(jobId) === expired) await this.#askAgain();
    return this.of(jobId);
  }

  #askAgain(): Promise<void> {
    this.#asking ??= this.#ask()
      .then((runs) => {
        this.#known = urlsOf(runs);
      })
      .finally(() => {
        this.#asking = null;
      });
    return this.#asking;
  }
}

function urlsOf(runs: readonly JobRunSummary[]): ReadonlyMap<string, string | null> {
  return new Map(runs.map(({ id, result_url }) => [id, result_url]));
}
