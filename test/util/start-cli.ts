import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const MAIN = fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url));

/** What a run of the command line left. */
export interface CliRun {
  /** The exit status, or 128 and the number of the signal that ended it. */
  status: number;
  stdout: string;
  stderr: string;
}

/** How the command line is started. */
export interface StartCliOptions {
  /** Variables beside the bare minimum; the user's own are not passed on. @default {} */
  env?: Record<string, string>;
  /** What stdin holds; null keeps it open without a word. @default nothing */
  input?: string | null;
  cwd?: string;
  /** The program and its arguments. @default Node */
  runtime?: readonly [string, ...string[]];
}

/** A command line that runs. */
export interface RunningCli {
  child: ChildProcessWithoutNullStreams;
  /** What it printed so far. */
  printed: { stdout: string; stderr: string };
  /** Its end. */
  ended: Promise<CliRun>;
  /** Waits until stderr holds what a pattern wants. */
  said: (pattern: RegExp) => Promise<void>;
}

const NUMBER_OF: Partial<Record<NodeJS.Signals, number>> = { SIGINT: 2, SIGKILL: 9, SIGTERM: 15 };

/** Starts the built command line in an environment of its own: another home, no token. */
export function startCli(
  args: readonly string[],
  { env = {}, input = "", cwd, runtime = [process.execPath] }: StartCliOptions = {},
): RunningCli {
  const home = mkdtempSync(join(tmpdir(), "infinity-frames-home-"));
  const [program, ...before] = runtime;
  const { PATH = "" } = process.env;
  const child = spawn(program, [...before, MAIN, ...args], {
    cwd,
    env: { PATH, HOME: home, ...env },
  });
  const printed = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const) {
    child[name].setEncoding("utf8").on("data", (text: string) => {
      printed[name] += text;
    });
  }
  child.stdin.on("error", () => {});
  if (input !== null) child.stdin.end(input);
  const ended = new Promise<CliRun>((resolve) => {
    child.once("close", (code, signal) => {
      rmSync(home, { recursive: true, force: true });
      resolve({ status: code ?? 128 + (signal === null ? 0 : (NUMBER_OF[signal] ?? 0)), ...printed });
    });
  });
  const said = (pattern: RegExp): Promise<void> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        if (!pattern.test(printed.stderr)) return;
        child.stderr.off("data", look);
        resolve();
      };
      child.stderr.on("data", look);
      void ended.then(() => reject(new Error(`It ended without ${pattern}: ${printed.stderr}`)));
      look();
    });
  return { child, printed, ended, said };
}
