/**
 * Queries on a cluster of Apache Spark, through Spark Connect. Needs the packages `@grpc/grpc-js` and `protobufjs`.
 *
 * @module infinity-frames/spark
 */
export type { Dialect } from "../dialect/dialect.ts";
export type { Engine, EngineProgress, QueryResult, StatementOptions, WriteOptions } from "../engine.ts";
export { EngineConnectionError, type EngineConnectionFailure } from "../engine-connection-error.ts";
export type {
  EngineColumn,
  EngineSource,
  EngineTables,
  EngineType,
  JsonSource,
  ParquetSource,
  TextSource,
} from "../engine-source.ts";
export { type EngineOptions, openEngine } from "../open-engine.ts";
export { QueryError, type QueryErrorOptions, type QueryFragment } from "../query-error.ts";
export type { SqlParams, SqlValue } from "../sql-params.ts";
export type { SparkOptions } from "./client/spark-options.ts";
export { SparkEngine } from "./spark-engine.ts";
