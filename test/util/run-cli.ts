import { type CliRun, startCli } from "./start-cli.ts";

/** Runs the built command line to its end. */
export function runCli(...args: string[]): Promise<CliRun> {
  return startCli(args).ended;
}
