import { type EngineIngestTarget, ingestOnEngine } from "../dataset/engine-ingest/engine-ingest.ts";
import type { IngestReport } from "../dataset/ingest/ingest-report.ts";
import { openEngine } from "../engine/open-engine.ts";
import { countOf } from "../util/count-of.ts";
import { formatBytes } from "../util/format-bytes.ts";
import type { ProgressLine } from "./progress-line.ts";

/** How folders are ingested on an engine. */
export interface IngestThroughEngineOptions extends Omit<EngineIngestTarget, "onProgress"> {
  address: string;
  progress: ProgressLine;
}

const LABELS = {
  sample: "looking into samples",
  stage: "read",
  check: "checking",
  read: "reading what is odd",
  write: "writing tables",
  commit: "putting tables in place",
} as const;

/** Has an engine ingest folders, and shows how far it is. */
export async function ingestThroughEngine(
  folders: readonly string[],
  { address, progress, ...options }: IngestThroughEngineOptions,
): Promise<IngestReport> {
  const engine = await openEngine(address);
  try {
    return await ingestOnEngine(engine, folders, {
      ...options,
      onProgress: ({ phase, filesDone, filesTotal, bytesDone, bytesTotal, statement }) => {
        const tasks = statement?.unit === "task" && [
          `${statement.done} of ${countOf(statement.total, "task")}`,
        ];
        const details = [`${formatBytes(bytesDone)} of ${formatBytes(bytesTotal)}`, ...(tasks || [])];
        progress.show({ label: LABELS[phase], done: filesDone, total: filesTotal, details });
      },
    });
  } finally {
    await engine.close();
  }
}
