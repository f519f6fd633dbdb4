import { UnexpectedReplyError } from "../api/errors/unexpected-reply-error.ts";

/**
 * The folder of a job: its id, if that is safe as a name on every system.
 *
 * @throws {UnexpectedReplyError} When it is not.
 */
export function jobFolderName(jobId: string): string {
  if (/^[A-Za-z0-9][A-Za-z0-9_-]{0,127}$/.test(jobId)) return jobId;
  throw new UnexpectedReplyError(
    `Cannot make a folder for job ${JSON.stringify(jobId)}: its id is not a plain name`,
  );
}
