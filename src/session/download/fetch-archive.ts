import { ApiError } from "../../api/errors/api-error.ts";
import { totalClock } from "../../api/transport/total-clock.ts";
import { isTooManyFiles } from "../../io/system-codes.ts";
import { untilAborted } from "../../util/until-aborted.ts";
import type { ArchivePart } from "./archive-part.ts";
import type { DownloadContext, WantedJob } from "./download-context.ts";
import { fetchPart } from "./fetch-part.ts";
import { ResultAddress } from "./result-address.ts";

/** Statuses with which storage may say that an address has expired. */
const MAYBE_EXPIRED = new Set([400, 403]);
const SLOW_DOWN = new Set([429, 503]);
const RANGE_REFUSED = 416;

/**
 * Fetches a job's archive until all of it is there, going on where an attempt broke off.
 *
 * @throws The error of the last attempt, when there must be no other one.
 */
export async function fetchArchive(
  part: ArchivePart,
  { jobId }: WantedJob,
  context: DownloadContext,
): Promise<void> {
  const { client, batchId, rules, limit, report, space } = context;
  const emit = (state: "started" | "resumed" | "restarted" | "fetched"): void =>
    client.emit({ type: "download", batchId, jobId, state, bytes: part.bytes });
  let isSizeKnown = false;
  const onBytes = (): void => {
    if (!isSizeKnown && part.size !== null) void space.check(part.size, report.numJobsLeft);
    isSizeKnown = part.size !== null;
    report.received(jobId, part.bytes, part.size);
  };
  const check = async (to: URL): Promise<void> => void (await rules.check(to));

  const address = new ResultAddress(jobId, context);
  let url = await untilAborted(address.check(), context.signal);
  const about = { method: "GET", path: `${url.origin}${url.pathname}`, request: client.newRequest() };
  const total = totalClock({ ...about, limitMs: client.timeouts.totalMs, signal: context.signal });
  const signal = total.signal ?? context.signal;
  emit(part.bytes > 0 ? "resumed" : "started");
  let retriesInARow = 0;

  async function restart(): Promise<void> {
    await part.discard();
    emit("restarted");
  }

  async function recover(error: unknown, before: number): Promise<void> {
    // A pause would not help here: the number of jobs at once has to come down.
    if (isTooManyFiles(error)) throw error;
    if (part.bytes > before) retriesInARow = 0;
    const status = error instanceof ApiError ? error.status : null;
    if (status === RANGE_REFUSED && before > 0) {
      await restart();
    } else if (status !== null && MAYBE_EXPIRED.has(status)) {
      if (!(await untilAborted(address.renew(), signal))) throw error;
      url = await untilAborted(address.check(), signal);
    } else {
      if (status !== null && SLOW_DOWN.has(status)) limit.slowDown();
      const retries = client.downloadRetries;
      const failed = { ...about, attempt: ++retriesInARow, retries, isRepeatable: true, signal };
      await client.retrier.pause(error, failed);
      if (part.bytes > 0) emit("resumed");
    }
  }

  try {
    for (let attempt = 1; !part.isComplete; attempt++) {
      const before = part.bytes;
      try {
        const { request } = about;
        const fits = await fetchPart(part, { client, url, request, attempt, check, onBytes, signal });
        if (!fits) await restart();
      } catch (error) {
        await recover(error, before);
      }
    }
  } finally {
    total.close();
  }
  client.retrier.succeeded();
  emit("fetched");
}
