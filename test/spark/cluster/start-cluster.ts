import { mkdir, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Cluster, type ServerOptions } from "./cluster.ts";
import { environment } from "./environment.ts";
import { findJava } from "./find-java.ts";
import { freePorts } from "./free-ports.ts";
import { installSpark } from "./install-spark.ts";
import { Keeper } from "./keeper.ts";
import { Missing } from "./missing.ts";

/**
 * Starts a cluster of this run's own; it ends by `stop()`, and with the process that started it.
 *
 * @throws Missing: where Spark cannot run, with what it would need.
 */
export async function startCluster(options: ServerOptions = {}): Promise<Cluster> {
  if (process.platform !== "linux") throw new Missing("Linux (the tests look at its processes in /proc)");
  const [java, spark] = [await findJava(), await installSpark()];
  const [master = 0, masterUi = 0, connect = 0, driverUi = 0] = await freePorts(4);
  const folder = await mkdtemp(join(tmpdir(), "infinity-frames-spark-"));
  const keeper = new Keeper(folder);
  await mkdir(join(folder, "tmp"));
  const layout = { spark, folder, master, masterUi, connect, driverUi };
  const cluster = new Cluster(layout, { folder, env: environment({ spark, java, folder }), keeper });
  try {
    await cluster.start(options);
    return cluster;
  } catch (error) {
    await cluster.stop();
    throw error;
  }
}
