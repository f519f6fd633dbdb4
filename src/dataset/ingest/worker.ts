import { doTask } from "./do-task.ts";
import type { NextJob, Task, TaskReply, TaskSettings } from "./task.ts";

/** Options of {@link IngestWorker.ask}. */
export interface AskOptions {
  settings: TaskSettings;
  /** Called before each job of a group, which is read once the promise resolves. */
  onJob: (job: NextJob) => Promise<void>;
}

/** Does one task after the other. */
export interface IngestWorker {
  /**
   * Gives the worker a task and waits for its end.
   *
   * @throws {WorkerDeath} When the worker ends before.
   */
  ask(task: Task, options: AskOptions): Promise<TaskReply>;
  /** Ends the worker, whatever it does. */
  stop(): Promise<void>;
}

/** A worker in this process, for tasks that take less time than starting another one. */
export const localWorker: IngestWorker = {
  ask: (task, { settings, onJob }) => doTask(task, { settings, begin: onJob }),
  stop: async () => {},
};
