import { execFile } from "node:child_process";

/** How a program ended. */
export interface Outcome {
  /** The exit code; null where a signal or the time limit ended it. */
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Options of {@link run}. */
export interface RunOptions {
  cwd: string;
  env?: Record<string, string>;
}

/** Runs a program to its end, two minutes at most; a failure is an outcome, not an error. */
export function run(file: string, args: readonly string[], { cwd, env = {} }: RunOptions): Promise<Outcome> {
  const options = { cwd, env: { ...process.env, NO_COLOR: "1", ...env }, timeout: 120_000, maxBuffer: 1e8 };
  return new Promise((resolve) => {
    execFile(file, args, options, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === "number" ? error.code : null;
      resolve({ code, stdout, stderr });
    });
  });
}
