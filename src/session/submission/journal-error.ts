import { InfinityFramesError } from "../../util/infinity-frames-error.ts";

/** The journal of submissions cannot be used. Nothing was sent. */
export class JournalError extends InfinityFramesError {
  override name = "JournalError";
  /** The journal's folder. */
  readonly folder: string;

  constructor(folder: string, cause: unknown) {
    const why = cause instanceof Error ? cause.message : String(cause);
    super(
      "JOURNAL",
      `Cannot note the submission in ${folder}, so nothing was sent: ${why}; make the folder writable, or name another one by the option "journal" or INFINITY_FRAMES_STATE_DIR`,
      { cause },
    );
    this.folder = folder;
  }
}
