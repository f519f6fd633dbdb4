import { fromErrorMessage } from "./error-message.ts";
import type { JobSource } from "./job-source.ts";
import { MemoryGate } from "./memory-gate.ts";
import { ProcessWorker, WorkerDeath } from "./process-worker.ts";
import { MEMORY_PER_BYTE } from "./read-group.ts";
import { strictError } from "./strict-error.ts";
import type {
  GroupResult,
  GroupTask,
  NextJob,
  RewriteResult,
  RewriteTask,
  Task,
  TaskReply,
  TaskSettings,
} from "./task.ts";
import { type IngestWorker, localWorker } from "./worker.ts";

const MIB = 2 ** 20;
/** What a worker needs of the heap beside the file that it reads. */
const BASE_MIB = 128;

/** Options of a {@link WorkerPool}. */
export interface WorkerPoolOptions {
  workers: number;
  settings: TaskSettings;
  /** The bytes of the largest file. */
  largest: number;
  /** Whether the tasks are so small that this process does them itself. */
  isSmall: boolean;
  signal: AbortSignal;
}

/** How far the groups that are being read are. */
export interface PoolProgress {
  jobsDone: number;
  bytesDone: number;
}

/** Options of {@link WorkerPool.readGroups}. */
export interface ReadGroupsOptions {
  /** Called after each group. */
  onDone: (task: GroupTask, result: GroupResult) => void;
  /** Called before each job. */
  onProgress: (now: PoolProgress) => void;
}

/** Workers that read groups of jobs and write parts. */
export class WorkerPool {
  readonly #options: WorkerPoolOptions;
  readonly #gate: MemoryGate;
  readonly #workers: (IngestWorker | null)[];
  /** What each worker is at. */
  readonly #jobs: (NextJob | null)[];
  #isStopped = false;

  constructor(options: WorkerPoolOptions) {
    this.#options = options;
    this.#gate = new MemoryGate(options.settings.memory);
    this.#workers = new Array<null>(options.workers).fill(null);
    this.#jobs = new Array<null>(options.workers).fill(null);
  }

  /** Reads groups of jobs. A job on which workers die is left out, and its group is read again without it. */
  readGroups(tasks: readonly GroupTask[], { onDone, onProgress }: ReadGroupsOptions): Promise<void> {
    return this.#run(tasks, async (place, first) => {
      let task = first;
      const suspects = new Set<number>();
      for (;;) {
        let last: NextJob | null = null;
        const onJob = (job: NextJob): void => {
          last = job;
          this.#jobs[place] = job;
          onProgress(this.#progress());
        };
        try {
          const reply = await this.#ask(place, task, onJob);
          if ("strictJob" in reply) throw await strictError(task.jobs[reply.strictJob] as JobSource);
          this.#jobs[place] = null;
          onDone(task, resultOf(reply) as GroupResult);
          return;
        } catch (error) {
          this.#jobs[place] = null;
          if (this.#isStopped || !(error instanceof WorkerDeath) || last === null) throw error;
          // Whoever dies on a job twice dies of it.
          const { place: job } = last as NextJob;
          if (suspects.has(job)) task = withoutJob(task, job, error);
          suspects.add(job);
        }
      }
    });
  }

  /** Writes parts anew. */
  rewrite(
    tasks: readonly RewriteTask[],
    onDone: (task: RewriteTask, result: RewriteResult) => void,
  ): Promise<void> {
    return this.#run(tasks, async (place, task) => {
      onDone(task, resultOf(await this.#ask(place, task, () => {})) as RewriteResult);
    });
  }

  /** Ends all workers. */
  async close(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker?.stop()));
    this.#workers.fill(null);
  }

  /** Does tasks, one after the other by each worker; the first error ends all of it. */
  async #run<T>(tasks: readonly T[], work: (place: number, task: T) => Promise<void>): Promise<void> {
    const { signal } = this.#options;
    signal.throwIfAborted();
    const stop = new AbortController();
    const stopped = new Promise<never>((_, reject) => {
      stop.signal.addEventListener("abort", () => reject(stop.signal.reason as Error), { once: true });
    });
    const onAbort = (): void => stop.abort(signal.reason);
    signal.addEventListener("abort", onAbort, { once: true });
    let next = 0;
    const loop = async (place: number): Promise<void> => {
      while (next < tasks.length && !stop.signal.aborted) await work(place, tasks[next++] as T);
    };
    const loops = this.#workers.slice(0, tasks.length).map((_, place) => loop(place));
    try {
      await Promise.race([Promise.all(loops), stopped]);
    } catch (error) {
      this.#isStopped = true;
      stop.abort(error);
      await this.close();
      await Promise.allSettled([...loops, stopped]);
      throw error;
    } finally {
      signal.removeEventListener("abort", onAbort);
    }
  }

  async #ask(place: number, task: Task, onJob: (job: NextJob) => void): Promise<TaskReply> {
    const { settings } = this.#options;
    const worker = this.#workers[place] ?? this.#start();
    this.#workers[place] = worker;
    let held = 0;
    try {
      return await worker.ask(task, {
        settings,
        onJob: async (job) => {
          this.#gate.leave(held);
          held = 0;
          held = await this.#gate.enter(job.needs);
          onJob(job);
        },
      });
    } catch (error) {
      if (error instanceof WorkerDeath) this.#workers[place] = null;
      throw error;
    } finally {
      this.#gate.leave(held);
    }
  }

  #start(): IngestWorker {
    const { settings, workers, largest, isSmall } = this.#options;
    if (isSmall) return localWorker;
    const heap = Math.max(settings.memory / workers, MEMORY_PER_BYTE * largest);
    return new ProcessWorker(Math.ceil(heap / MIB) + BASE_MIB);
  }

  #progress(): PoolProgress {
    return {
      jobsDone: this.#jobs.reduce((all, job) => all + (job?.place ?? 0), 0),
      bytesDone: this.#jobs.reduce((all, job) => all + (job?.bytesDone ?? 0), 0),
    };
  }
}

/** A group without the job on which a worker died. */
function withoutJob(task: GroupTask, job: number, death: WorkerDeath): GroupTask {
  if (task.deaths[job] !== undefined) throw death;
  const reason = `${death.message}, as one does that runs out of memory; allow more, or see whether its file is as it should be`;
  return { ...task, deaths: { ...task.deaths, [job]: reason } };
}

function resultOf(reply: TaskReply): GroupResult | RewriteResult {
  if ("done" in reply) return reply.done;
  throw "failed" in reply ? fromErrorMessage(reply.failed) : new Error("A worker has not done its task");
}
