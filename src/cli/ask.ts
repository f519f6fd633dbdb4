import { once } from "node:events";
import { createInterface } from "node:readline/promises";

/** Whether there is somebody to ask. */
export function canAsk(): boolean {
  return process.stdin.isTTY === true && process.stderr.isTTY === true;
}

/** Asks a question on the terminal; anything but yes is no. Rejects when the signal aborts. */
export async function ask(question: string, signal: AbortSignal): Promise<boolean> {
  // Not `terminal: true`, which would take Ctrl-C away from the process.
  const lines = createInterface({ input: process.stdin, output: process.stderr, terminal: false });
  try {
    const closed = once(lines, "close", { signal }).then(() => null);
    const answer = await Promise.race([lines.question(`${question} [y/N] `, { signal }), closed]);
    signal.throwIfAborted();
    if (answer === null) process.stderr.write("\n");
    const said = answer?.trim().toLowerCase() ?? "";
    if (!["", "y", "yes", "n", "no"].includes(said))
      process.stderr.write("Not submitted: only y or yes does\n");
    return said === "y" || said === "yes";
  } finally {
    lines.close();
  }
}
