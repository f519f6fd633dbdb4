/** Whether an error is one of the operating system, such as a full disk, rather than of what was read. */
export function isSystemError(error: unknown): boolean {
  return error instanceof Error && "syscall" in error;
}
