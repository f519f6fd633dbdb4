#!/usr/bin/env node
import { didYouMean } from "../util/did-you-mean.ts";
import { LIBRARY_VERSION } from "../util/library-version.ts";
import { commandHelp } from "./command-help.ts";
import { COMMANDS } from "./commands.ts";
import { EXIT } from "./exit-status.ts";
import { help } from "./help.ts";
import { hasPrintedJson, printJson } from "./print-json.ts";
import { readArgs } from "./read-args.ts";
import { reportError } from "./report-error.ts";
import { UsageError } from "./usage-error.ts";

const HELP = new Set(["--help", "-h"]);

/** Lines of 80 read well; a narrow terminal gets shorter ones. */
function helpWidth(): number {
  return Math.min(80, process.stdout.columns || 80);
}

async function run([name, ...args]: string[], signal: AbortSignal): Promise<number> {
  if (name === undefined || name === "help" || HELP.has(name)) {
    console.log(help(helpWidth()));
    return name === undefined ? EXIT.usage : EXIT.ok;
  }
  if (name === "--version") {
    console.log(LIBRARY_VERSION);
    return EXIT.ok;
  }
  const listed = COMMANDS.get(name);
  if (listed === undefined) {
    throw new UsageError(`There is no command "${name}"${didYouMean(name, COMMANDS.keys())}`);
  }
  const { spec, run: runCommand } = await listed.load();
  if (args.some((arg) => HELP.has(arg))) {
    console.log(commandHelp(spec, helpWidth()));
    return EXIT.ok;
  }
  return runCommand({ ...readArgs(spec, args), signal });
}

/** The first signal lets the command finish cleanly; the second ends the process at once. */
function signalOfInterrupts(): AbortSignal {
  const interrupted = new AbortController();
  const names = ["SIGINT", "SIGTERM"] as const;
  const stop = (name: string): void => {
    for (const each of names) process.removeListener(each, stop);
    interrupted.abort(new Error(`Stopped by ${name}`));
  };
  for (const name of names) process.on(name, stop);
  return interrupted.signal;
}

let hasLostOutput = false;

/** A reader that has enough, such as `head`, is no failure of ours; a full disk is one. */
function reportLostOutput({ code, message }: NodeJS.ErrnoException): void {
  if (code === "EPIPE" || hasLostOutput) return;
  hasLostOutput = true;
  console.error(`infinity-frames: Cannot write to stdout: ${message}`);
  process.once("exit", () => {
    process.exitCode ||= EXIT.error;
  });
}

/** Ends a failed command; with --json, its only document is the error. */
function fail(error: unknown): number {
  const { status, json } = reportError(error, { command, signal });
  if (wantsJson && !hasPrintedJson()) printJson({ error: json });
  return status;
}

process.stdout.on("error", reportLostOutput);
// Where nothing can be said, there is nobody to tell.
process.stderr.on("error", () => {});
const [, , ...argv] = process.argv;
const wantsJson = (argv.includes("--") ? argv.slice(0, argv.indexOf("--")) : argv).includes("--json");
const command = COMMANDS.has(argv[0] ?? "") ? (argv[0] ?? "") : "";
const signal = signalOfInterrupts();
process.exitCode = await run(argv, signal).catch(fail);
