import { ULID_PATTERN } from "../../util/ulid.ts";

/** The longest name that is sent; how long the API lets it be is not known. */
const LONGEST = 100;
/** What the longest suffix takes: " ~if-", the id, and the number of an attempt such as ".12". */
const SUFFIX_LENGTH = 34;
const SUFFIX = new RegExp(`(?:^| )~if-(${ULID_PATTERN})(?:\\.\\d+)?$`);

/**
 * Checks a batch's name before anything is sent. It is never shortened.
 *
 * @throws {RangeError} When there is no room for the suffix by which the batch is found again.
 */
export function checkBatchName(name: string, { tagName }: { tagName: boolean }): void {
  if (typeof name !== "string") throw new TypeError(`batchName must be a string, got ${String(name)}`);
  const most = LONGEST - SUFFIX_LENGTH;
  if (!tagName || name.length <= most) return;
  throw new RangeError(
    `The batch's name must be at most ${most} characters, got ${name.length}: a suffix is added by which the batch is found again; shorten it`,
  );
}

/** What tells one attempt at a submission from all others: its id, with a number from the second attempt on. */
export function submissionTag({ submissionId, attempt }: { submissionId: string; attempt: number }): string {
  return attempt === 1 ? submissionId : `${submissionId}.${attempt}`;
}

/** The name under which a batch is sent: the user's, and the tag of the submission. */
export function sentName(name: string, tag: string): string {
  return name === "" ? `~if-${tag}` : `${name} ~if-${tag}`;
}

/** The name that the user gave a batch, from the one that it was sent under. */
export function userName(sentName: string): string {
  return sentName.replace(SUFFIX, "");
}

/** The submission that a batch's name tells, of any attempt; null where it tells none. */
export function submissionIdIn(sentName: string): string | null {
  return SUFFIX.exec(sentName)?.[1] ?? null;
}
