import { Journal, type JournalContent } from "./journal.ts";

/** Options of {@link listSubmissions}. */
export interface ListSubmissionsOptions {
  /** The folder in which submissions are noted. @default the user's state folder */
  journal?: string | undefined;
}

/** The submissions that are noted on this machine, newest first, and the files that cannot be read. */
export async function listSubmissions({ journal }: ListSubmissionsOptions = {}): Promise<JournalContent> {
  return new Journal(journal).content();
}
