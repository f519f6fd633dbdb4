import type { ClientEvent } from "../api/client-event.ts";
import { printable } from "./printable.ts";
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
 * How much `INFINITY_FRAMES_LOG` asks for.
 *
 * @throws {UsageError} When it is not a level.
 */
export function logLevel(): Level {
  const { INFINITY_FRAMES_LOG: level = "" } = process.env;
  if (level === "") return "warn";
  if ((LEVELS as readonly string[]).includes(level)) return level as Level;
  throw new UsageError(`INFINITY_FRAMES_LOG must be one of ${LEVELS.join(", ")}, got ${level}`);
}

function fieldText([name, value]: [string, unknown]): string {
  const text = typeof value === "number" ? String(Math.round(value)) : String(value);
  return `${name}=${/^[^\s"=]+$/.test(text) ? text : JSON.stringify(text)}`;
}

/** Prints events to stderr, one a line. Warnings are always shown. */
export function eventLog(progress: ProgressLine): (event: ClientEvent) => void {
  const level = LEVELS.indexOf(logLevel());
  return (event) => {
    if (LEVELS.indexOf(LEVEL_OF[event.type]) > level) return;
    const { type, ...fields } = event;
    const line =
      event.type === "warning"
        ? `infinity-frames: warning: ${event.message}`
        : [new Date().toISOString(), type, ...Object.entries(fields).map(fieldText)].join(" ");
    progress.note(printable(line));
  };
}
