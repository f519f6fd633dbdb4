/** Codes of the system, by the words in which it tells them. */
const CODES: ReadonlyMap<string, string> = new Map([
  ["no space left on device", "ENOSPC"],
  ["disk quota exceeded", "EDQUOT"],
  ["file too large", "EFBIG"],
  ["input/output error", "EIO"],
  ["read-only file system", "EROFS"],
  ["permission denied", "EACCES"],
]);

/** An error of DuckDB's, with the `code` of the system's error that is its cause where its text tells one. */
export function systemError(error: unknown): Error {
  const { message } = error as Error;
  const words = [...CODES.keys()].find((text) => message.toLowerCase().includes(text));
  if (words === undefined) return error as Error;
  const code = CODES.get(words);
  return Object.assign(new Error(`${code}: ${message}`, { cause: error }), { code });
}
