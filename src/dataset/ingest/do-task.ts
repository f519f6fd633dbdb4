import { toErrorMessage } from "./error-message.ts";
import { readGroup, StrictFault } from "./read-group.ts";
import { rewritePart } from "./rewrite-part.ts";
import type { NextJob, Task, TaskReply, TaskSettings } from "./task.ts";

/** How a task is done. */
export interface DoTaskOptions {
  settings: TaskSettings;
  /** Tells which job of a group is next, and waits until it may be read. */
  begin: (job: NextJob) => Promise<void>;
}

/** Does a task of a worker; what goes wrong is in the reply. */
export async function doTask(task: Task, { settings, begin }: DoTaskOptions): Promise<TaskReply> {
  try {
    return {
      done:
        task.kind === "group"
          ? await readGroup(task, { settings, begin })
          : await rewritePart(task, settings),
    };
  } catch (error) {
    return error instanceof StrictFault ? { strictJob: error.place } : { failed: toErrorMessage(error) };
  }
}
