import { InfinityFramesError } from "../../util/infinity-frames-error.ts";

/**
 * The journal of submissions cannot be used. Nothing was sent.
 *
 * @example
 * ```ts
 * import { writeFile } from "node:fs/promises";
 *
 * await writeFile("journal", "not a folder");
 * const login = { server: server.url, token: server.token };
 * const session = await Session.connect({ ...login, generator: "spills-v0.1.0", journal: "journal" });
 * await session.submit([{ size: 20 }]); // throws JournalError: … so nothing was sent: …
 * ```
 */
export class JournalError extends InfinityFramesError {
  override name = "JournalError";
  /** The journal's folder. */
  readonly folder: string;

  /** @param reason Why, and what to do. */
  constructor(folder: string, reason: string, options?: ErrorOptions) {
    super("JOURNAL", `Cannot note the submission in ${folder}, so nothing was sent: ${reason}`, options);
    this.folder = folder;
  }
}
