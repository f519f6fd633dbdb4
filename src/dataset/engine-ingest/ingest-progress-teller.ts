import type { StatementOptions } from "../../engine/engine.ts";
import type {
  EngineIngestOptions,
  EngineIngestPhase,
  EngineIngestProgress,
} from "./engine-ingest-options.ts";

const EVERY_MS = 100;

/** Tells how far an ingest on an engine is. */
export class IngestProgressTeller {
  readonly #onProgress: EngineIngestOptions["onProgress"];
  #now: EngineIngestProgress = {
    phase: "sample",
    filesDone: 0,
    filesTotal: 0,
    bytesDone: 0,
    bytesTotal: 0,
    statement: null,
  };
  #toldAt = Number.NEGATIVE_INFINITY;

  constructor(onProgress: EngineIngestOptions["onProgress"]) {
    this.#onProgress = onProgress;
  }

  /** Begins another phase. */
  begin(phase: EngineIngestPhase, totals: { filesTotal?: number; bytesTotal?: number } = {}): void {
    this.#tell({ phase, ...totals, statement: null }, true);
  }

  /** Notes files that were read. */
  add(files: number, bytes: number): void {
    const { filesDone, bytesDone } = this.#now;
    this.#tell({ filesDone: filesDone + files, bytesDone: bytesDone + bytes, statement: null }, true);
  }

  /** Options of a statement whose progress is told. */
  statement(signal: AbortSignal): StatementOptions {
    return { signal, onProgress: (statement) => this.#tell({ statement }, false) };
  }

  #tell(change: Partial<EngineIngestProgress>, now: boolean): void {
    this.#now = { ...this.#now, ...change };
    if (!now && performance.now() - this.#toldAt < EVERY_MS) return;
    this.#toldAt = performance.now();
    this.#onProgress?.(this.#now);
  }
}
