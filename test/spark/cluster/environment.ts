import { join } from "node:path";
import { javaOptions } from "./commands.ts";

/** The master and the workers compute nothing: what counts is that they start fast, and open no port that is not ours. */
const DAEMON_OPTIONS = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Dspark.master.rest.enabled=false";

/** The environment of a cluster's daemons: nothing of another Spark that the user may have set up. */
export function environment(where: { spark: string; java: string; folder: string }): NodeJS.ProcessEnv {
  const { spark, java, folder } = where;
  const others = Object.entries(process.env).filter(
    ([name]) => !/^(SPARK|PYSPARK|HADOOP|JAVA|JDK)_/.test(name),
  );
  return {
    ...Object.fromEntries(others),
    TZ: "UTC",
    JAVA_HOME: java,
    SPARK_HOME: spark,
    SPARK_LOCAL_IP: "127.0.0.1",
    SPARK_LOCAL_DIRS: join(folder, "local"),
    SPARK_DAEMON_MEMORY: "512m",
    SPARK_DAEMON_JAVA_OPTS: `${javaOptions(folder)} ${DAEMON_OPTIONS}`,
    SPARK_CONNECT_MODE: "0",
  };
}
