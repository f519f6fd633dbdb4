import { EXIT } from "./exit-status.ts";
import { printable } from "./printable.ts";

/** Errors that are more than a failure, by their `code`: their classes need not be loaded to be known. */
const STATUS_OF_CODE: ReadonlyMap<string, number> = new Map<string, number>([
  ["USAGE", EXIT.usage],
  ["DOWNLOAD", EXIT.partial],
  ["SUBMISSION_UNKNOWN", EXIT.unknown],
  ["SUBMISSION_PENDING", EXIT.unknown],
]);

function statusOf(error: unknown): number {
  const { code } = error as { code?: unknown };
  if (typeof code !== "string") return EXIT.error;
  if (code.startsWith("ERR_PARSE_ARGS")) return EXIT.usage;
  return STATUS_OF_CODE.get(code) ?? EXIT.error;
}

/** The stacks of an error and its causes. */
function stacks(error: unknown): string[] {
  return error instanceof Error ? [error.stack ?? error.message, ...stacks(error.cause)] : [];
}

function complain(text: string): void {
  console.error(`infinity-frames: ${text.split("\n").map(printable).join("\n")}`);
}

/** Says on stderr what went wrong, with the stacks where everything is logged; returns the exit status. */
export function reportError(
  error: unknown,
  { command, signal }: { command: string; signal: AbortSignal },
): number {
  const status = statusOf(error);
  if (signal.aborted && status !== EXIT.unknown) {
    complain((signal.reason as Error).message);
    return EXIT.interrupted;
  }
  complain(error instanceof Error ? error.message : String(error));
  if (process.env.INFINITY_FRAMES_LOG === "debug") complain(stacks(error).join("\nCaused by "));
  if (status === EXIT.usage) {
    const help = ["infinity-frames", command, "--help"].filter((word) => word !== "").join(" ");
    console.error(`Run ${help} for what it takes.`);
  }
  return status;
}
