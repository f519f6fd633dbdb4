import { ApiClient } from "../../api/api-client.ts";
import type { ApiClientOptions } from "../../api/api-client-options.ts";
import { getBatchData } from "../../api/endpoints/get-batch-data.ts";
import { getSingleGeneratorData } from "../../api/endpoints/get-single-generator-data.ts";
import type { RequestOptions } from "../../api/endpoints/request-options.ts";
import type { BatchData } from "../../api/wire-types.ts";
import { ParameterSpace } from "../../params/parameter-space.ts";
import { InfinityFramesError } from "../../util/infinity-frames-error.ts";
import { rowRange } from "../../util/row-range.ts";
import { Batch } from "../batch.ts";
import { Journal } from "./journal.ts";
import type { SubmissionContext } from "./note-outcome.ts";
import { checkReconcileTimeout, reconcile } from "./reconcile.ts";
import type { SubmissionEntry } from "./submission-entry.ts";

/** Options of {@link reconcileSubmission}. */
export interface ReconcileSubmissionOptions extends ApiClientOptions, RequestOptions {
  /** Which submission; errors and events name it, and {@link listSubmissions} has all. */
  submissionId: string;
  /** The folder in which submissions are noted. @default the user's state folder */
  journal?: string | undefined;
  /** How long to look, in milliseconds; there is one look at least. @default until 300_000 after it was sent */
  reconcileTimeoutMs?: number | undefined;
}

function batchDataOf(
  context: SubmissionContext,
  entry: SubmissionEntry,
  { signal, reconcileTimeoutMs: timeoutMs }: ReconcileSubmissionOptions,
): Promise<BatchData> {
  const { submissionId, state, batchId, reason } = entry;
  if (state === "refused") {
    throw new InfinityFramesError(
      "SUBMISSION_REFUSED",
      `Submission ${submissionId} was refused, so it has no batch: ${reason ?? "no reason is noted"}`,
    );
  }
  if (batchId !== undefined) return getBatchData(context.client, batchId, { signal });
  return reconcile(context, entry, { timeoutMs, signal });
}

/**
 * Finds the batch of an earlier submission, of which perhaps nobody knows whether it was carried out. Nothing is sent
 * again. The server is the one that it was sent to.
 *
 * @throws {RangeError} When the journal has no such submission.
 * @throws {TypeError} When another server is given than it was sent to.
 * @throws {SubmissionUnknownError} When the server has no batch of it.
 * @throws {DuplicateSubmissionError} When the server has several.
 * @example
 * ```ts
 * const own = await startEmulator();
 * const login = { server: own.url, token: own.token };
 * const journal = "journal";
 * const session = await Session.connect({ ...login, generator: "spills-v0.1.0", journal });
 * // The server makes a batch, its answer is lost, and its list lacks the batch at first.
 * own.setFaults([
 *   { method: "POST", path: "/api/batch/", at: [1], fault: { accept: true, drop: true } },
 *   { method: "GET", path: "/api/batch/", at: [1], fault: { json: [{ path: "", first: 0 }] } },
 * ]);
 * await session.submit([{ size: 20 }], { reconcileTimeoutMs: 0 }); // throws SubmissionUnknownError: …
 * const [{ submissionId, state }] = (await listSubmissions({ journal })).entries;
 * state; // "unknown"
 * const batch = await reconcileSubmission({ ...login, journal, submissionId });
 * batch.numJobs; // 1
 * await own.close();
 * ```
 */
export async function reconcileSubmission(options: ReconcileSubmissionOptions): Promise<Batch> {
  const { submissionId, signal } = options;
  checkReconcileTimeout(options.reconcileTimeoutMs);
  const journal = new Journal(options.journal);
  const entry = await journal.find(submissionId);
  if (entry === null) {
    throw new RangeError(`There is no submission "${submissionId}" in ${journal.folder}`);
  }
  const client = new ApiClient({ ...options, server: options.server ?? entry.server });
  if (client.server !== entry.server) {
    throw new TypeError(`Submission ${submissionId} was sent to ${entry.server}, not to ${client.server}`);
  }
  const data = await batchDataOf({ client, journal }, entry, options);
  const space = new ParameterSpace(await getSingleGeneratorData(client, entry.generator, { signal }));
  const designRows = entry.designRows ?? Array.from(rowRange(0, entry.jobCount));
  return new Batch({ client, space, data, designRows });
}
