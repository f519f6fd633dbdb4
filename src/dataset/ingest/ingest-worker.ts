import { parentPort, workerData } from "node:worker_threads";
import { toErrorMessage } from "./error-message.ts";
import { MemoryGate } from "./memory-gate.ts";
import { readGroup, StrictFault } from "./read-group.ts";
import { rewritePart } from "./rewrite-part.ts";
import type { Task, TaskReply, WorkerSetup } from "./task.ts";

const { settings, worker, cells, capacityMib } = workerData as WorkerSetup;
const gate = new MemoryGate(cells, capacityMib);

async function replyTo(task: Task): Promise<TaskReply> {
  try {
    const done =
      task.kind === "group"
        ? await readGroup(task, { settings, gate, worker })
        : await rewritePart(task, settings);
    return { done };
  } catch (error) {
    return error instanceof StrictFault ? { strictJob: error.place } : { failed: toErrorMessage(error) };
  }
}

parentPort?.on("message", (task: Task) => {
  void replyTo(task).then((reply) => parentPort?.postMessage(reply));
});
