import type { ApiClient } from "../../api/api-client.ts";
import type { RequestOptions } from "../../api/endpoints/request-options.ts";
import { isRetryable } from "../../api/transport/is-retryable.ts";
import type { BatchData } from "../../api/wire-types.ts";
import { sleep } from "../../util/sleep.ts";
import { BatchSearch } from "./batch-search.ts";
import { DuplicateSubmissionError } from "./duplicate-submission-error.ts";
import type { SubmissionEntry } from "./submission-entry.ts";
import { SubmissionUnknownError } from "./submission-unknown-error.ts";

/** The pauses between looks; the last one is repeated. A gateway may give up long before the server has made all jobs. */
const PAUSES_MS = [2000, 5000, 10_000, 20_000, 40_000, 60_000];

function idsByAge(batches: readonly BatchData[]): string[] {
  return [...batches].sort((a, b) => Date.parse(a.created) - Date.parse(b.created)).map(({ id }) => id);
}

/** Options of {@link findBatch}. */
export interface FindBatchOptions extends RequestOptions {
  client: ApiClient;
  /** How long to look; there is one look at least. */
  timeoutMs: number;
  /** The batches of other submissions. */
  others: Iterable<string>;
  /** What went wrong when it was sent, if that is known. */
  cause?: unknown;
}

/**
 * Finds the batch of a submission of which nobody knows whether it was carried out. Nothing is sent again.
 *
 * @throws {DuplicateSubmissionError} When there are several.
 * @throws {SubmissionUnknownError} When there is none, or the server does not say.
 */
export async function findBatch(
  entry: SubmissionEntry,
  { client, timeoutMs, others, cause, signal }: FindBatchOptions,
): Promise<BatchData> {
  const { submissionId, jobCount: numJobs } = entry;
  const search = new BatchSearch(client, entry, others);
  const start = performance.now();
  for (let looks = 0; ; looks++) {
    let findings: string;
    let error = cause;
    let isFinal = false;
    try {
      const batches = await search.look({ signal });
      if (batches.length > 1) throw new DuplicateSubmissionError(submissionId, idsByAge(batches));
      const [batch] = batches;
      if (batch !== undefined) return batch;
      findings = search.findings;
    } catch (trouble) {
      signal?.throwIfAborted();
      if (trouble instanceof DuplicateSubmissionError) throw trouble;
      findings = `the server does not say: ${trouble instanceof Error ? trouble.message : String(trouble)}`;
      error ??= trouble;
      isFinal = !isRetryable(trouble, true);
    }
    const leftMs = timeoutMs - (performance.now() - start);
    if (isFinal || leftMs <= 0) {
      const options = error === undefined ? {} : { cause: error };
      throw new SubmissionUnknownError({ submissionId, numJobs, findings }, options);
    }
    await sleep(Math.min(PAUSES_MS[looks] ?? 60_000, leftMs), signal);
  }
}
