import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import type { Keeper } from "./keeper.ts";
import { isRunning } from "./processes.ts";

/** What a daemon is started with. */
export interface DaemonOptions {
  /** Where it runs. */
  folder: string;
  /** The file that its log is added to. */
  log: string;
  /** The environment, whole. */
  env: NodeJS.ProcessEnv;
  keeper: Keeper;
}

/** One of Spark's daemons: a process group of its own, with what it starts in turn. */
export class Daemon {
  readonly pid: number;
  readonly log: string;
  readonly #process: ChildProcess;
  readonly #keeper: Keeper;

  constructor(command: readonly string[], options: DaemonOptions) {
    const { folder, log, env, keeper } = options;
    const [program = "", ...args] = command;
    const file = openSync(log, "a");
    this.#process = spawn(program, args, { cwd: folder, env, detached: true, stdio: ["ignore", file, file] });
    closeSync(file);
    const { pid } = this.#process;
    if (pid === undefined) throw new Error(`Cannot start ${program}`);
    this.pid = pid;
    this.log = log;
    this.#keeper = keeper;
    keeper.add(pid);
  }

  /** Whether its first process has ended. */
  get hasEnded(): boolean {
    return this.#process.exitCode !== null || this.#process.signalCode !== null;
  }

  /** Ends it and what it started, as `kill -9` does. */
  async kill(): Promise<void> {
    if (isRunning(this.pid)) process.kill(-this.pid, "SIGKILL");
    if (!this.hasEnded) await once(this.#process, "exit");
    while (isRunning(this.pid)) await new Promise((resolve) => setTimeout(resolve, 20));
    this.#keeper.forget(this.pid);
  }

  /** The last lines of its log, under its name. */
  async tail(): Promise<string> {
    const lines = (await readFile(this.log, "utf8").catch(() => "")).trimEnd().split("\n");
    return `${basename(this.log)}${this.hasEnded ? " (ended)" : ""}:\n${lines.slice(-15).join("\n")}`;
  }
}
