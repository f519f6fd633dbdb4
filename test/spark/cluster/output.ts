import { execFile } from "node:child_process";
import { promisify } from "node:util";

/** Runs a program to its end and gives what it wrote; `null` if it is not there or fails. */
export async function output(program: string, args: readonly string[]): Promise<string | null> {
  try {
    const { stdout, stderr } = await promisify(execFile)(program, [...args]);
    return stdout + stderr;
  } catch {
    return null;
  }
}
