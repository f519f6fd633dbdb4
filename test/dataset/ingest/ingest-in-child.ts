import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { IngestOptions } from "../../../src/dataset/ingest/ingest-options.ts";
import type { IngestReport } from "../../../src/dataset/ingest/ingest-report.ts";

const CHILD = fileURLToPath(new URL("ingest-child.mjs", import.meta.url));

/** What became of an ingest. */
export interface ChildIngest {
  report: IngestReport | null;
  error: { name: string; code?: string; message: string } | null;
  /** The most memory that the process had, in KiB. */
  peakKib: number;
  signal: NodeJS.Signals | null;
}

/** Ingests in a process of its own. */
export function ingestInChild(
  folder: string,
  out: string,
  options: Omit<IngestOptions, "signal" | "onProgress"> = {},
): { process: ChildProcess; begun: Promise<void>; outcome: Promise<ChildIngest> } {
  const child = spawn(process.execPath, [CHILD, folder, out, JSON.stringify(options)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let output = "";
  const begun = new Promise<void>((resolve) => {
    child.stdout.on("data", (bytes) => {
      output += bytes;
      resolve();
    });
    child.on("close", () => resolve());
  });
  const outcome = once(child, "close").then(([, signal]): ChildIngest => {
    const last = output.trim().split("\n").at(-1) ?? "";
    const said = last.startsWith("{") ? (JSON.parse(last) as Partial<ChildIngest>) : {};
    return { report: said.report ?? null, error: said.error ?? null, peakKib: said.peakKib ?? 0, signal };
  });
  return { process: child, begun, outcome };
}
