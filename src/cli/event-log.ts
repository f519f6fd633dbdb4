import type { ClientEvent, RetryEvent } from "../api/client-event.ts";
import { printable } from "../display/text/printable.ts";
import type { ProgressLine } from "./progress-line.ts";
import { UsageError } from "./usage-error.ts";

const LEVELS = ["warn", "info", "debug"] as const;
type Level = (typeof LEVELS)[number];

const LEVEL_OF: Readonly<Record<ClientEvent["type"], Level>> = {
  warning: "warn",
  retry: "info",
  submission: "info",
  wait: "info",
  download: "info",
  request: "debug",
  response: "debug",
  failure: "debug",
};

/**
 * How much `INFINITY_FRAMES_LOG` asks for; null where it is not set.
 *
 * @throws {UsageError} When it is not a level.
 */
function logLevel(): Level | null {
  const { INFINITY_FRAMES_LOG: given = "" } = process.env;
  if (given === "") return null;
  const level = LEVELS.find((each) => each === given.toLowerCase());
  if (level !== undefined) return level;
  throw new UsageError(`INFINITY_FRAMES_LOG must be one of ${LEVELS.join(", ")}, got ${given}`);
}

function fieldText([name, value]: [string, unknown]): string {
  const text = typeof value === "number" ? String(Math.round(value)) : String(value);
  return `${name}=${/^[^\s"=]+$/.test(text) ? text : JSON.stringify(text)}`;
}

/** Says of each request that is made again why it takes long, once. */
function retryNotes(progress: ProgressLine): (event: RetryEvent) => void {
  const told = new Set<string>();
  return ({ request, path, reason }) => {
    // Of several clients, each counts its own requests.
    const key = `${request} ${path}`;
    if (told.has(key)) return;
    told.add(key);
    progress.say(`waiting: ${printable(reason)}; trying again`);
  };
}

/** Prints events to stderr, one a line. Warnings are always shown. */
export function eventLog(progress: ProgressLine): (event: ClientEvent) => void {
  const asked = logLevel();
  const level = LEVELS.indexOf(asked ?? "warn");
  const noteRetry = retryNotes(progress);
  return (event) => {
    if (asked === null && event.type === "retry") noteRetry(event);
    if (LEVELS.indexOf(LEVEL_OF[event.type]) > level) return;
    const { type, ...fields } = event;
    const line =
      event.type === "warning"
        ? `infinity-frames: warning: ${event.message}`
        : [new Date().toISOString(), type, ...Object.entries(fields).map(fieldText)].join(" ");
    progress.note(printable(line));
  };
}
