import type { Engine } from "./engine.ts";

/**
 * Opens an engine.
 *
 * @param address `sc://host:15002/;token=…;use_ssl=true` for a server of Spark Connect.
 */
export async function openEngine(address: string): Promise<Engine> {
  const { SparkEngine } = await import("./spark/spark-engine.ts");
  return SparkEngine.open(address);
}
