import { FileExistsError } from "../io/file-exists-error.ts";

/** Says which option replaces files. */
export function explainExisting(error: unknown): never {
  if (!(error instanceof FileExistsError)) throw error;
  throw new Error(`${error.path} exists; pass --force to replace it, or choose another path`, {
    cause: error,
  });
}
