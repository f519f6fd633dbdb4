import type { Command } from "./command.ts";

/** A command's line in the list, and how to get at it: what it needs is loaded when it is called. */
export interface ListedCommand {
  summary: string;
  load: () => Promise<Command>;
}

/** All commands, in the order in which a study needs them. */
export const COMMANDS: ReadonlyMap<string, ListedCommand> = new Map<string, ListedCommand>([
  [
    "demo",
    {
      summary: "run a small study from design to answer against an emulator of its own",
      load: async () => (await import("./commands/demo.ts")).demo,
    },
  ],
  [
    "generators",
    {
      summary: "list the generators that your token may use",
      load: async () => (await import("./commands/generators.ts")).generators,
    },
  ],
  [
    "params",
    {
      summary: "list the parameters of a generator",
      load: async () => (await import("./commands/params.ts")).params,
    },
  ],
  [
    "submit",
    {
      summary: "submit the jobs of a table as a batch",
      load: async () => (await import("./commands/submit.ts")).submit,
    },
  ],
  [
    "status",
    {
      summary: "show how far a batch is",
      load: async () => (await import("./commands/status.ts")).status,
    },
  ],
  [
    "wait",
    {
      summary: "wait until a batch is done",
      load: async () => (await import("./commands/wait.ts")).wait,
    },
  ],
  [
    "download",
    {
      summary: "download the results of a batch",
      load: async () => (await import("./commands/download.ts")).download,
    },
  ],
  [
    "verify",
    {
      summary: "check that a downloaded batch is as it was",
      load: async () => (await import("./commands/verify.ts")).verify,
    },
  ],
  [
    "ingest",
    {
      summary: "turn downloaded jobs or a published dataset into tidy tables",
      load: async () => (await import("./commands/ingest.ts")).ingest,
    },
  ],
  [
    "sql",
    {
      summary: "query tables, or the results of jobs, with SQL",
      load: async () => (await import("./commands/sql.ts")).sql,
    },
  ],
  [
    "report",
    {
      summary: "write a report of a dataset: its parameters, labels and effects",
      load: async () => (await import("./commands/report.ts")).report,
    },
  ],
  [
    "convert",
    {
      summary: "write a table in another file format",
      load: async () => (await import("./commands/convert.ts")).convert,
    },
  ],
  [
    "inspect",
    {
      summary: "show the columns, rows and metadata of a file of a table",
      load: async () => (await import("./commands/inspect.ts")).inspect,
    },
  ],
  [
    "batches",
    {
      summary: "list the batches of the last days",
      load: async () => (await import("./commands/batches.ts")).batches,
    },
  ],
  [
    "submissions",
    {
      summary: "list what was submitted from here; find what became of it",
      load: async () => (await import("./commands/submissions.ts")).submissions,
    },
  ],
  [
    "usage",
    {
      summary: "count what your token used in the last days",
      load: async () => (await import("./commands/usage.ts")).usage,
    },
  ],
  [
    "emulator",
    {
      summary: "serve the Infinity API on this machine",
      load: async () => (await import("./commands/emulator.ts")).emulator,
    },
  ],
]);
