import { Worker } from "node:worker_threads";
import { fromErrorMessage } from "./error-message.ts";
import type { JobSource } from "./job-source.ts";
import { MemoryGate } from "./memory-gate.ts";
import { MEMORY_PER_BYTE, StrictFault } from "./read-group.ts";
import { strictError } from "./strict-error.ts";
import type {
  GroupResult,
  GroupTask,
  RewriteResult,
  RewriteTask,
  Task,
  TaskReply,
  TaskSettings,
  WorkerSetup,
} from "./task.ts";

const MIB = 2 ** 20;
/** What a worker needs of the heap beside the file that it reads. */
const BASE_MIB = 128;
const LOOK_EVERY_MS = 100;

/** A worker ended before its task did. */
class WorkerDeath extends Error {
  override name = "WorkerDeath";
}

/** Options of a {@link WorkerPool}. */
export interface WorkerPoolOptions {
  workers: number;
  settings: TaskSettings;
  /** The bytes of the largest file. */
  largest: number;
  signal: AbortSignal | undefined;
}

/** How far the groups that are being read are. */
export interface PoolProgress {
  jobsDone: number;
  bytesDone: number;
}

/** Threads that read groups of jobs and write parts. */
export class WorkerPool {
  readonly #options: WorkerPoolOptions;
  readonly #gate: MemoryGate;
  readonly #threads: (Worker | null)[];

  constructor(options: WorkerPoolOptions) {
    this.#options = options;
    this.#gate = MemoryGate.create(options.workers, options.settings.memory);
    this.#threads = new Array<null>(options.workers).fill(null);
  }

  /**
   * Reads groups of jobs. A job on which a worker dies is left out, and its group is read again without it.
   *
   * @param onDone Called after each group.
   * @param onLook Called now and then.
   */
  readGroups(
    tasks: readonly GroupTask[],
    {
      onDone,
      onLook,
    }: { onDone: (task: GroupTask, result: GroupResult) => void; onLook?: (now: PoolProgress) => void },
  ): Promise<void> {
    return this.#run(tasks, onLook, async (worker, first) => {
      let task = first;
      for (;;) {
        try {
          onDone(task, (await this.#ask(worker, task)) as GroupResult);
          return;
        } catch (error) {
          if (error instanceof StrictFault) throw await strictError(task.jobs[error.place] as JobSource);
          if (!(error instanceof WorkerDeath)) throw error;
          const place = this.#gate.state(worker).job;
          if (place < 0 || place >= task.jobs.length || task.deaths[place] !== undefined) throw error;
          task = { ...task, deaths: { ...task.deaths, [place]: error.message } };
        }
      }
    });
  }

  /** Writes parts anew. */
  rewrite(
    tasks: readonly RewriteTask[],
    onDone: (task: RewriteTask, result: RewriteResult) => void,
  ): Promise<void> {
    return this.#run(tasks, undefined, async (worker, task) => {
      onDone(task, (await this.#ask(worker, task)) as RewriteResult);
    });
  }

  /** Ends all threads. */
  async close(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread?.terminate()));
    this.#threads.fill(null);
  }

  async #run<T extends Task>(
    tasks: readonly T[],
    onLook: ((now: PoolProgress) => void) | undefined,
    work: (worker: number, task: T) => Promise<void>,
  ): Promise<void> {
    const { signal } = this.#options;
    signal?.throwIfAborted();
    const stop = new AbortController();
    const stopped = new Promise<never>((_, reject) => {
      stop.signal.addEventListener("abort", () => reject(stop.signal.reason as Error), { once: true });
    });
    stopped.catch(() => {});
    const onAbort = () => stop.abort(signal?.reason);
    signal?.addEventListener("abort", onAbort, { once: true });
    const looking = onLook && setInterval(() => onLook(this.#progress()), LOOK_EVERY_MS);
    let next = 0;
    const loop = async (worker: number): Promise<void> => {
      while (next < tasks.length && !stop.signal.aborted) await work(worker, tasks[next++] as T);
    };
    const loops = this.#threads.slice(0, tasks.length).map((_, worker) => loop(worker));
    try {
      await Promise.race([Promise.all(loops), stopped]);
    } catch (error) {
      stop.abort(error);
      await this.close();
      await Promise.allSettled(loops);
      throw error;
    } finally {
      clearInterval(looking);
      signal?.removeEventListener("abort", onAbort);
    }
  }

  #progress(): PoolProgress {
    const states = this.#threads.map((_, worker) => this.#gate.state(worker));
    return {
      jobsDone: states.reduce((all, { jobsDone }) => all + jobsDone, 0),
      bytesDone: states.reduce((all, { bytesDone }) => all + bytesDone, 0),
    };
  }

  async #ask(worker: number, task: Task): Promise<GroupResult | RewriteResult> {
    const thread = this.#threads[worker] ?? this.#start(worker);
    this.#threads[worker] = thread;
    this.#gate.note(worker, { job: -1, jobsDone: 0, bytesDone: 0 });
    try {
      const reply = await replyOf(thread, task);
      if ("done" in reply) return reply.done;
      if ("strictJob" in reply) throw new StrictFault(reply.strictJob);
      throw fromErrorMessage(reply.failed);
    } catch (error) {
      if (error instanceof WorkerDeath) {
        this.#threads[worker] = null;
        this.#gate.leave(worker);
      }
      throw error;
    } finally {
      this.#gate.note(worker, { ...this.#gate.state(worker), jobsDone: 0, bytesDone: 0 });
    }
  }

  #start(worker: number): Worker {
    const { settings, workers, largest } = this.#options;
    const share = Math.max(settings.memory / workers, MEMORY_PER_BYTE * largest);
    const setup: WorkerSetup = {
      settings,
      worker,
      cells: this.#gate.cells,
      capacityMib: this.#gate.capacityMib,
    };
    const file = import.meta.url.endsWith(".ts") ? "./ingest-worker.ts" : "./ingest-worker.js";
    return new Worker(new URL(file, import.meta.url), {
      workerData: setup,
      resourceLimits: { maxOldGenerationSizeMb: Math.ceil(share / MIB) + BASE_MIB },
    });
  }
}

function replyOf(thread: Worker, task: Task): Promise<TaskReply> {
  return new Promise<TaskReply>((resolve, reject) => {
    thread.removeAllListeners();
    thread.once("message", resolve);
    thread.once("messageerror", reject);
    thread.once("error", (error) => reject(deathOf(error)));
    thread.once("exit", (code) => reject(new WorkerDeath(`the thread that read it ended with code ${code}`)));
    thread.postMessage(task);
  });
}

function deathOf(error: NodeJS.ErrnoException): Error {
  return error.code === "ERR_WORKER_OUT_OF_MEMORY"
    ? new WorkerDeath(
        "it takes more memory to read than there is; allow more, or see whether the file is as it should be",
      )
    : error;
}
