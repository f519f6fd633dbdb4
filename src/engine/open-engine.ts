import { checkOptionNames } from "../util/check-option-names.ts";
import type { DuckDbOptions } from "./duckdb/duckdb-options.ts";
import type { Engine } from "./engine.ts";
import type { SparkOptions } from "./spark/client/spark-options.ts";

/** Options of {@link openEngine}: limits of an embedded DuckDB, or the patience with a server of Spark Connect. */
export interface EngineOptions extends DuckDbOptions, SparkOptions {}

const DUCKDB_OPTIONS = [
  "memoryLimit",
  "maxTempBytes",
  "tempFolder",
  "threads",
  "externalAccess",
] as const satisfies (keyof DuckDbOptions)[];
const SPARK_OPTIONS = [
  "connectTimeoutMs",
  "reconnectTimeoutMs",
  "keepAliveMs",
  "retryDelayMs",
] as const satisfies (keyof SparkOptions)[];

/**
 * Opens an engine, which runs SQL over tables in memory and in files. Close it when done.
 *
 * @param address `duckdb:` for an embedded DuckDB with an empty database, whose statements may read and write files
 * unless `externalAccess` is false; `sc://host:15002/;token=…;use_ssl=true` for a server of Spark Connect, which takes
 * the packages `@grpc/grpc-js` and `protobufjs`.
 * @throws {TypeError} When the address is neither, or there is no such option.
 * @throws {EngineConnectionError} When no server answers there, or what answers takes no such user or token.
 * @throws {InfinityFramesError} With code `PACKAGE_NOT_LOADED`, when a package that the engine needs is not there.
 * @throws {RangeError} When a limit is not a whole number of at least 1, or a time not from 1 to 2 147 483 647 ms.
 * @example
 * ```ts
 * const engine = await openEngine("duckdb:");
 * await engine.registerDataset({ jobs: aq.table({ height: [0.5, 1, 1.5] }) });
 * const result = engine.query("SELECT count(*)::INT AS tall FROM jobs WHERE height > $least", { least: 0.9 });
 * (await result.toTable()).objects(); // [{ tall: 2 }]
 * await engine.close();
 * ```
 */
export async function openEngine(address: string, options: EngineOptions = {}): Promise<Engine> {
  if (address === "duckdb:") {
    checkOptionNames(options, DUCKDB_OPTIONS);
    const { openDuckDbEngine } = await import("./duckdb/open-duckdb-engine.ts");
    return openDuckDbEngine(options);
  }
  if (String(address).startsWith("sc:")) {
    checkOptionNames(options, SPARK_OPTIONS);
    const { SparkEngine } = await import("./spark/spark-engine.ts");
    return SparkEngine.open(address, options);
  }
  // The address is not repeated: it may hold a token.
  throw new TypeError(
    'Cannot open an engine at this address: expected "duckdb:", or "sc://host:15002/;token=…;use_ssl=true" for Spark',
  );
}
