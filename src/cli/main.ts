#!/usr/bin/env node
import { FileExistsError } from "../io/file-exists-error.ts";
import { LIBRARY_VERSION } from "../util/library-version.ts";
import { runDemo } from "./commands/demo.ts";
import { runEmulator } from "./commands/emulator.ts";
import { runIngest } from "./commands/ingest.ts";
import { EXIT } from "./exit-status.ts";
import { HELP } from "./help.ts";
import { UsageError } from "./usage-error.ts";

type Command = (args: string[], signal: AbortSignal) => Promise<unknown>;

const COMMANDS: ReadonlyMap<string, Command> = new Map<string, Command>([
  ["demo", runDemo],
  ["emulator", runEmulator],
  ["ingest", runIngest],
]);

async function run([name, ...args]: string[], signal: AbortSignal): Promise<number> {
  if (
    name === undefined ||
    name === "help" ||
    [name, ...args].some((arg) => arg === "--help" || arg === "-h")
  ) {
    console.log(HELP);
    return name === undefined ? EXIT.usage : EXIT.ok;
  }
  if (name === "--version") {
    console.log(LIBRARY_VERSION);
    return EXIT.ok;
  }
  const command = COMMANDS.get(name);
  if (command === undefined) throw new UsageError(`There is no command "${name}"`);
  const status = await command(args, signal);
  return typeof status === "number" ? status : EXIT.ok;
}

function report(error: unknown, signal: AbortSignal): number {
  if (signal.aborted) return EXIT.interrupted;
  if (error instanceof FileExistsError) {
    console.error(
      `infinity-frames: ${error.path} exists; pass --force to replace it, or choose another folder`,
    );
    return EXIT.error;
  }
  const isUsage =
    error instanceof UsageError || String((error as NodeJS.ErrnoException).code).startsWith("ERR_PARSE_ARGS");
  console.error(`infinity-frames: ${error instanceof Error ? error.message : String(error)}`);
  if (isUsage) console.error("Run infinity-frames --help for the commands and their options.");
  return isUsage ? EXIT.usage : EXIT.error;
}

const interrupted = new AbortController();
for (const name of ["SIGINT", "SIGTERM"] as const) {
  process.once(name, () => interrupted.abort(new Error(`Stopped by ${name}`)));
}
const { signal } = interrupted;
process.exitCode = await run(process.argv.slice(2), signal).catch((error: unknown) => report(error, signal));
