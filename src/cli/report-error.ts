import { printable } from "../display/text/printable.ts";
import { type ErrorJson, errorJson } from "./error-json.ts";
import { EXIT } from "./exit-status.ts";
import { optionWords } from "./option-words.ts";

/** Errors that are more than a failure, by their `code`: their classes need not be loaded to be known. */
const STATUS_OF_CODE: ReadonlyMap<string, number> = new Map<string, number>([
  ["USAGE", EXIT.usage],
  ["DOWNLOAD", EXIT.partial],
  ["SUBMISSION_UNKNOWN", EXIT.unknown],
  ["SUBMISSION_PENDING", EXIT.unknown],
]);

function statusOf(error: unknown): number {
  const { code } = error as { code?: unknown };
  return typeof code === "string" ? (STATUS_OF_CODE.get(code) ?? EXIT.error) : EXIT.error;
}

/** The stacks of an error and its causes. */
function stacks(error: unknown): string[] {
  return error instanceof Error ? [error.stack ?? error.message, ...stacks(error.cause)] : [];
}

function textOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const isDebug = process.env.INFINITY_FRAMES_LOG?.toLowerCase() === "debug";
  return isDebug ? stacks(error).join("\nCaused by ") : optionWords(error.message);
}

function complain(text: string): void {
  const lines = text.replaceAll("\t", "  ").split("\n");
  console.error(`infinity-frames: ${lines.map(printable).join("\n")}`);
}

/** What there is to report of an error: how the process ends, and what programs are told. */
export interface ErrorReport {
  status: number;
  json: ErrorJson;
}

/** Says on stderr what went wrong, with the stacks where everything is logged. */
export function reportError(
  error: unknown,
  { command, signal }: { command: string; signal: AbortSignal },
): ErrorReport {
  const status = statusOf(error);
  if (signal.aborted && status !== EXIT.unknown) {
    const { message } = signal.reason as Error;
    complain(message);
    return { status: EXIT.interrupted, json: { name: "Error", code: "INTERRUPTED", message } };
  }
  complain(textOf(error));
  if (status === EXIT.usage) {
    const help = ["infinity-frames", command, "--help"].filter((word) => word !== "").join(" ");
    console.error(`Run ${help} for what it takes.`);
  }
  return { status, json: errorJson(error) };
}
