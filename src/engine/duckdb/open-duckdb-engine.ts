import type { Engine } from "../engine.ts";
import { DuckDbEngine } from "./duckdb-engine.ts";
import type { DuckDbOptions } from "./duckdb-options.ts";

/** Opens an embedded DuckDB with an empty database: its statements may read and write files. */
export function openDuckDbEngine(options: DuckDbOptions = {}): Promise<Engine> {
  return DuckDbEngine.open(options);
}
