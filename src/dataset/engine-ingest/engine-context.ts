import type { Engine } from "../../engine/engine.ts";
import type { EngineIngestSettings } from "./engine-ingest-settings.ts";
import type { IngestProgressTeller } from "./ingest-progress-teller.ts";
import type { Workspace } from "./workspace.ts";

/** What the steps of an ingest on an engine share. */
export interface EngineContext {
  engine: Engine;
  workspace: Workspace;
  settings: EngineIngestSettings;
  progress: IngestProgressTeller;
  signal: AbortSignal;
}
