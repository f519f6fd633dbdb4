import process from "node:process";
import { toErrorMessage } from "./error-message.ts";
import { readGroup, StrictFault } from "./read-group.ts";
import { rewritePart } from "./rewrite-part.ts";
import type { FromWorker, NextJob, TaskReply, ToWorker } from "./task.ts";

let go = (): void => {};

function say(message: FromWorker): void {
  process.send?.(message);
}

async function replyTo({ task, settings }: Extract<ToWorker, { task: unknown }>): Promise<TaskReply> {
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

/** Tells which job is next, and waits until there is memory for it. */
function begin(job: NextJob): Promise<void> {
  return new Promise((resolve) => {
    go = resolve;
    say(job);
  });
}

process.on("message", (message: ToWorker) => {
  if ("go" in message) go();
  else void replyTo(message).then((reply) => say({ reply }));
});
// What the terminal sends to all processes is for the first of them, which ends this one.
process.on("SIGINT", () => {});
process.on("disconnect", () => process.exit());
