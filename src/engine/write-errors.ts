import { FileExistsError } from "../io/file-exists-error.ts";

/** The error for a folder that is taken, where no mode says what becomes of it. */
export function takenError(path: string, options: ErrorOptions = {}): FileExistsError {
  return new FileExistsError(path, {
    ...options,
    remedy: "choose another path, or another mode: overwrite, append or ignore",
  });
}

/** What is wrong with a column by which files are laid out, when a text in it is empty: some readers take it for null. */
export function emptyTextReason(column: string | undefined): string {
  return `Cannot write a table by the values of "${column}": one is an empty text, which engines read as null`;
}
