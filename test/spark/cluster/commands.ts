import { join } from "node:path";

/** Where a cluster's daemons are and listen. */
export interface Layout {
  /** The folder of Spark. */
  spark: string;
  /** The folder of the cluster. */
  folder: string;
  master: number;
  masterUi: number;
  connect: number;
  driverUi: number;
}

const HOST = "127.0.0.1";

export function masterCommand({ spark, master, masterUi }: Layout): string[] {
  const type = "org.apache.spark.deploy.master.Master";
  return [join(spark, "bin/spark-class"), type, "-h", HOST, "-p", `${master}`, "--webui-port", `${masterUi}`];
}

export function workerCommand({ spark, folder, master }: Layout, index: number): string[] {
  const type = "org.apache.spark.deploy.worker.Worker";
  const size = ["-c", "1", "-m", "3g", "-d", join(folder, `worker-${index}`)];
  const program = join(spark, "bin/spark-class");
  return [program, type, "-h", HOST, ...size, "--webui-port", "0", `spark://${HOST}:${master}`];
}

/** @param conf What is set besides, or in place of, what the cluster needs. */
export function connectCommand(layout: Layout, conf: Readonly<Record<string, string>>): string[] {
  const { spark, folder, master, connect, driverUi } = layout;
  const all = {
    "spark.executor.memory": "2g",
    "spark.executor.cores": "1",
    "spark.cores.max": "2",
    "spark.driver.host": HOST,
    "spark.port.maxRetries": "0",
    "spark.ui.port": `${driverUi}`,
    "spark.connect.grpc.binding.address": HOST,
    "spark.connect.grpc.binding.port": `${connect}`,
    "spark.sql.catalogImplementation": "in-memory",
    "spark.sql.warehouse.dir": join(folder, "warehouse"),
    "spark.sql.shuffle.partitions": "4",
    "spark.driver.extraJavaOptions": javaOptions(folder),
    "spark.executor.extraJavaOptions": javaOptions(folder),
    ...conf,
  };
  return [
    join(spark, "bin/spark-submit"),
    ...["--class", "org.apache.spark.sql.connect.service.SparkConnectServer"],
    ...["--master", `spark://${HOST}:${master}`, "--driver-memory", "2g"],
    ...Object.entries(all).flatMap(([key, value]) => ["--conf", `${key}=${value}`]),
  ];
}

/** Keeps what a killed JVM leaves behind in the folder that is removed. */
export function javaOptions(folder: string): string {
  return `-Djava.io.tmpdir=${join(folder, "tmp")} -XX:-UsePerfData`;
}
