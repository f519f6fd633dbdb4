import { Journal, type JournalContent } from "./journal.ts";

/** Options of {@link listSubmissions}. */
export interface ListSubmissionsOptions {
  /** The folder in which submissions are noted. @default the user's state folder */
  journal?: string | undefined;
}

/**
 * The submissions that are noted on this machine, newest first, and the files that cannot be read.
 *
 * @example
 * ```ts
 * const login = { server: server.url, token: server.token };
 * const session = await Session.connect({ ...login, generator: "spills-v0.1.0", journal: "journal" });
 * await session.submit([{ size: 20 }, { size: 30 }], { batchName: "puddles" });
 * const { entries } = await listSubmissions({ journal: "journal" });
 * entries.map(({ batchName, jobCount, state }) => [batchName, jobCount, state]); // [["puddles", 2, "accepted"]]
 * ```
 */
export async function listSubmissions({ journal }: ListSubmissionsOptions = {}): Promise<JournalContent> {
  return new Journal(journal).content();
}
