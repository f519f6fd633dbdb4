import process from "node:process";
import { doTask } from "./do-task.ts";
import type { FromWorker, NextJob, ToWorker } from "./task.ts";

let go = (): void => {};

function say(message: FromWorker): void {
  process.send?.(message);
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
  else void doTask(message.task, { settings: message.settings, begin }).then((reply) => say({ reply }));
});
// What the terminal sends to all processes is for the first of them, which ends this one.
process.on("SIGINT", () => {});
process.on("disconnect", () => process.exit());
