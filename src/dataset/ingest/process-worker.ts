import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { FromWorker, Task, TaskReply, ToWorker } from "./task.ts";
import type { AskOptions, IngestWorker } from "./worker.ts";

/** A worker ended before its task did. */
export class WorkerDeath extends Error {
  override name = "WorkerDeath";
}

/** A process that does one task after the other. It is no thread: nothing that is read can take this process with it. */
export class ProcessWorker implements IngestWorker {
  readonly #process: ChildProcess;

  /** @param heapMib The most memory that it may take for values, in MiB. */
  constructor(heapMib: number) {
    const isSource = import.meta.url.endsWith(".ts");
    this.#process = fork(
      fileURLToPath(new URL(`./ingest-worker.${isSource ? "ts" : "js"}`, import.meta.url)),
      {
        serialization: "advanced",
        // What a process says when it runs out of memory helps nobody.
        stdio: ["ignore", "ignore", "ignore", "ipc"],
        execArgv: "Deno" in globalThis ? [] : [`--max-old-space-size=${heapMib}`],
      },
    );
    // Whether it ends well is told by whoever asks it something.
    this.#process.on("error", () => {});
  }

  ask(task: Task, { settings, onJob }: AskOptions): Promise<TaskReply> {
    const child = this.#process;
    return new Promise<TaskReply>((resolve, reject) => {
      const settle = (act: () => void): void => {
        child.off("message", onMessage);
        child.off("exit", onExit);
        act();
      };
      const onMessage = (message: FromWorker): void => {
        if ("reply" in message) settle(() => resolve(message.reply));
        else void onJob(message).then(() => this.#say({ go: true }));
      };
      const onExit = (code: number | null, signal: string | null): void => {
        settle(() =>
          reject(new WorkerDeath(`the process that read it ended with ${signal ?? `code ${code}`}`)),
        );
      };
      child.on("message", onMessage);
      child.on("exit", onExit);
      if (child.exitCode !== null || child.signalCode !== null) onExit(child.exitCode, child.signalCode);
      else this.#say({ task, settings });
    });
  }

  async stop(): Promise<void> {
    const child = this.#process;
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGKILL");
    await ended;
  }

  #say(message: ToWorker): void {
    // A process that is gone hears nothing; that it is gone is told by its end.
    if (this.#process.connected) this.#process.send(message, () => {});
  }
}
