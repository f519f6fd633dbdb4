import type { RecordBatch } from "apache-arrow";
import { checkOptionNames } from "../../util/check-option-names.ts";
import { SPARK_DIALECT } from "../dialect/spark-dialect.ts";
import type { Engine, QueryResult, StatementOptions, WriteOptions } from "../engine.ts";
import type { EngineTables } from "../engine-source.ts";
import { QueryError } from "../query-error.ts";
import { queryResult } from "../results/query-result.ts";
import type { SqlParams } from "../sql-params.ts";
import { writeSettings } from "../write-settings.ts";
import { parseSparkAddress } from "./client/spark-address.ts";
import { SparkClient } from "./client/spark-client.ts";
import type { SparkOptions } from "./client/spark-options.ts";
import { queryRelation } from "./params/query-relation.ts";
import type { Message } from "./protocol/messages.ts";
import { readTable } from "./results/read-table.ts";
import { sourceRelation } from "./sources/source-relation.ts";
import { sparkPath } from "./sources/spark-path.ts";
import { SPARK_SETTINGS } from "./spark-settings.ts";
import { withoutEmptyTexts } from "./write/without-empty-texts.ts";
import { writeError } from "./write/write-error.ts";

const FORMATTED = 5;
const MODES = { append: 1, overwrite: 2, error: 3, ignore: 4 } as const;
const STATEMENT_OPTIONS = ["signal", "onProgress"];

/** What is sent, and for what query. */
interface Statement {
  readonly query: string;
  readonly plan: Message;
}

/** Runs SQL on a cluster of Apache Spark, through Spark Connect. */
export class SparkEngine implements Engine {
  readonly name = "spark";
  readonly version: string;
  readonly dialect: typeof SPARK_DIALECT = SPARK_DIALECT;
  readonly #client: SparkClient;

  private constructor(client: SparkClient, version: string) {
    this.#client = client;
    this.version = version;
  }

  /**
   * Opens a session on the server of an address: `sc://host:15002/;token=…;use_ssl=true`.
   *
   * @throws {TypeError} When it is no such address.
   * @throws {EngineConnectionError} When nobody answers there, or what answers takes no such user or token.
   * @throws {InfinityFramesError} With code `PACKAGE_NOT_LOADED`, when `@grpc/grpc-js` or `protobufjs` is not installed.
   */
  static async open(address: string, options: SparkOptions = {}): Promise<SparkEngine> {
    const client = await SparkClient.open(parseSparkAddress(address), options);
    try {
      const { spark_version } = await client.analyze({ spark_version: {} });
      await client.configure(SPARK_SETTINGS);
      return new SparkEngine(client, String((spark_version as { version: string }).version));
    } catch (error) {
      await client.close();
      throw error;
    }
  }

  query(sql: string, params?: SqlParams, options: StatementOptions = {}): QueryResult {
    checkOptionNames(options, STATEMENT_OPTIONS);
    const streams = () => this.#streams({ query: sql, plan: { root: queryRelation(sql, params) } }, options);
    return queryResult({ batches: () => recordBatches(streams()), table: () => readTable(streams()) });
  }

  async exec(sql: string, params?: SqlParams, options: StatementOptions = {}): Promise<void> {
    checkOptionNames(options, STATEMENT_OPTIONS);
    const plan = { command: { sql_command: { input: queryRelation(sql, params) } } };
    await this.#run({ query: sql, plan }, options);
  }

  async writeTable(query: string, options: WriteOptions): Promise<void> {
    const { path, format, partitionBy, mode, params, ...rest } = writeSettings(options);
    const { sql, offset } = withoutEmptyTexts(query, partitionBy);
    const write_operation = {
      input: queryRelation(sql, params),
      source: format,
      path: sparkPath(path),
      mode: MODES[mode],
      partitioning_columns: partitionBy,
      options: format === "csv" ? { header: "true" } : {},
    };
    await this.#run({ query, plan: { command: { write_operation } } }, rest).catch((error: unknown) =>
      Promise.reject(writeError(error, { path, partitionBy, offset })),
    );
  }

  async registerDataset(tables: EngineTables, options: StatementOptions = {}): Promise<void> {
    checkOptionNames(options, STATEMENT_OPTIONS);
    for (const [name, source] of Object.entries(tables)) {
      const view = { input: await sourceRelation(name, source), name, is_global: false, replace: true };
      await this.#run({ query: name, plan: { command: { create_dataframe_view: view } } }, options);
    }
  }

  async explain(sql: string, params?: SqlParams, options: StatementOptions = {}): Promise<string> {
    checkOptionNames(options, STATEMENT_OPTIONS);
    const question = { explain: { plan: { root: queryRelation(sql, params) }, explain_mode: FORMATTED } };
    const { explain } = await this.#client
      .analyze(question, { signal: options.signal, query: sql })
      .catch((error: unknown) => Promise.reject(explained(error)));
    return (explain as { explain_string: string }).explain_string;
  }

  async close(): Promise<void> {
    await this.#client.close();
  }

  async #run(statement: Statement, options: StatementOptions): Promise<void> {
    for await (const _ of this.#answers(statement, options));
  }

  async *#streams(
    statement: Statement,
    options: StatementOptions,
  ): AsyncGenerator<Uint8Array, void, undefined> {
    for await (const { arrow_batch } of this.#answers(statement, options)) {
      if (arrow_batch !== undefined) yield (arrow_batch as { data: Uint8Array }).data;
    }
  }

  async *#answers(
    { query, plan }: Statement,
    { signal, onProgress }: StatementOptions,
  ): AsyncGenerator<Message, void, undefined> {
    try {
      yield* this.#client.execute(plan, { signal, onProgress, query });
    } catch (error) {
      throw explained(error);
    }
  }
}

async function* recordBatches(
  streams: AsyncIterable<Uint8Array>,
): AsyncGenerator<RecordBatch, void, undefined> {
  const { RecordBatchReader } = await import("apache-arrow");
  for await (const stream of streams) yield* RecordBatchReader.from(stream);
}

/** A parameter that is missing is the caller's fault, as one that is too many is. */
function explained(error: unknown): unknown {
  if (!(error instanceof QueryError) || error.errorClass !== "UNBOUND_SQL_PARAMETER") return error;
  return new TypeError(`Cannot bind the parameters: ${error.message}`, { cause: error });
}
