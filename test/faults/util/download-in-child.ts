import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { ApiClientOptions } from "../../../src/api/api-client-options.ts";
import type { DownloadOptions } from "../../../src/session/download/download-batch.ts";
import type { DownloadSummary } from "../../../src/session/download/download-summary.ts";

const CHILD = fileURLToPath(new URL("download-child.mjs", import.meta.url));

/** What a child is to download. */
export interface ChildDownload extends Omit<ApiClientOptions, "fetch" | "onEvent"> {
  batchId: string;
  folder: string;
  options?: Omit<DownloadOptions, "signal" | "onProgress">;
  /** How many files it can open, once it has started. @default as many as the system allows */
  spareFiles?: number;
  /** Shell commands before it, such as limits. */
  before?: string;
}

/** What became of it. */
export interface ChildOutcome {
  /** The jobs that it said were finished. */
  numDone: number;
  summary: DownloadSummary | null;
  error: { name: string; message: string; code?: string } | null;
  signal: NodeJS.Signals | null;
  output: string;
}

/** Downloads a batch in a process of its own. */
export function downloadInChild({ before = ":", ...task }: ChildDownload): {
  process: ChildProcess;
  /** Resolves when the download begins, or the process ends. */
  begun: Promise<void>;
  outcome: Promise<ChildOutcome>;
} {
  const script = `${before}; exec "$0" "$@"`;
  const args = ["-c", script, process.execPath, CHILD, JSON.stringify(task)];
  const child = spawn("/bin/sh", args, { stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  let begin = (): void => {};
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  child.stdout.on("data", (bytes) => {
    output += bytes;
    if (output.includes('{"begun"')) begin();
  });
  child.stderr.on("data", (bytes) => {
    output += bytes;
  });
  const outcome = once(child, "close").then(([, signal]): ChildOutcome => {
    begin();
    const said = output
      .split("\n")
      .filter((line) => line.startsWith("{") && line.endsWith("}"))
      .map((line) => JSON.parse(line) as Record<string, never>);
    const find = (name: string) => said.find((line) => name in line)?.[name] ?? null;
    const numDone = said.filter((line) => "done" in line).length;
    return { numDone, summary: find("summary"), error: find("error"), signal, output };
  });
  return { process: child, begun, outcome };
}
