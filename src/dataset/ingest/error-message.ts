import { FileWriteError } from "../../io/file-write-error.ts";

/** An error on its way from one process to another, which keeps no classes. */
export interface ErrorMessage {
  name: string;
  message: string;
  stack: string | undefined;
  code: string | undefined;
  path: string | undefined;
  cause: { message: string; code: string | undefined } | null;
}

/** An error as a message. */
export function toErrorMessage(error: unknown): ErrorMessage {
  const { name, message, stack, code, path, cause } = (
    error instanceof Error ? error : new Error(String(error))
  ) as NodeJS.ErrnoException;
  const reason =
    cause instanceof Error ? { message: cause.message, code: (cause as NodeJS.ErrnoException).code } : null;
  return { name, message, stack, code, path, cause: reason };
}

/** The error of a message, of its class where callers tell it apart. */
export function fromErrorMessage({ name, message, stack, code, path, cause }: ErrorMessage): Error {
  if (name === "FileWriteError" && path !== undefined)
    return new FileWriteError(path, cause ?? { message, code });
  const error = Object.assign(new Error(message), { name, ...(code !== undefined && { code }) });
  if (stack !== undefined) error.stack = stack;
  return error;
}
