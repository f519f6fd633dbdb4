import { onTestFinished } from "vitest";
import { SparkEngine } from "../../../src/engine/spark/spark-engine.ts";
import { sparkAddress } from "../shared-cluster.ts";

/** An engine with a session of its own, which is closed when the test ends. */
export async function openSpark(): Promise<SparkEngine> {
  const engine = await SparkEngine.open(sparkAddress());
  onTestFinished(() => engine.close());
  return engine;
}
