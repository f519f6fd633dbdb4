import type { Engine } from "./engine.ts";

/**
 * Opens an engine.
 *
 * @param address `duckdb:` for an embedded DuckDB with an empty database; `sc://host:15002/;token=…;use_ssl=true` for a
 * server of Spark Connect.
 */
export async function openEngine(address: string): Promise<Engine> {
  if (address === "duckdb:") {
    const { openDuckDbEngine } = await import("./duckdb/open-duckdb-engine.ts");
    return openDuckDbEngine();
  }
  const { SparkEngine } = await import("./spark/spark-engine.ts");
  return SparkEngine.open(address);
}
