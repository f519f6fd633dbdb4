import type { Engine } from "../../engine/engine.ts";
import { checkOut } from "../ingest/check-out.ts";
import { ingestInto } from "../ingest/ingest-into.ts";
import { ingestPaths } from "../ingest/ingest-paths.ts";
import type { IngestReport } from "../ingest/ingest-report.ts";
import { listFolderSources } from "../ingest/list-folder-sources.ts";
import { whileLocked } from "../ingest/while-locked.ts";
import type { EngineIngestOptions } from "./engine-ingest-options.ts";
import { engineIngestSettings } from "./engine-ingest-settings.ts";
import { readOnEngine } from "./read-on-engine.ts";

/** TODO */
export async function ingestOnEngine(
  engine: Engine,
  folder: string | readonly string[],
  out: string,
  options: EngineIngestOptions = {},
): Promise<IngestReport> {
  const settings = engineIngestSettings(options);
  const { force = false, signal, onProgress } = options;
  const folders = typeof folder === "string" ? [folder] : folder;
  if (folders.length === 0) throw new TypeError("Cannot ingest no folders: expected at least one");
  signal?.throwIfAborted();
  const paths = ingestPaths(out);
  await checkOut(paths, { sources: folders, force });
  const sources = await listFolderSources(folders, { signal });
  return whileLocked(paths, signal, (stop) =>
    ingestInto(paths, sources, {
      ...settings,
      options: { force },
      signal: stop,
      reader: (pending, reading) => readOnEngine(pending, reading, { engine, settings, onProgress }),
    }),
  );
}
