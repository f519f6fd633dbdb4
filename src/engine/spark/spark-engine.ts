import type { RecordBatch } from "apache-arrow";
import type { ColumnTable } from "arquero";
import { fromArrow } from "../../io/from-arrow.ts";
import { SPARK_DIALECT } from "../dialect/spark-dialect.ts";
import type { Engine, QueryResult, StatementOptions, WriteOptions } from "../engine.ts";
import type { EngineTables } from "../engine-source.ts";
import type { SqlParams, SqlValue } from "../sql-params.ts";
import { parseSparkAddress } from "./client/spark-address.ts";
import { SparkClient } from "./client/spark-client.ts";
import type { Message } from "./protocol/messages.ts";
import { sourceRelation } from "./sources/source-relation.ts";
import { SPARK_SETTINGS } from "./spark-settings.ts";

const MODES = { append: 1, overwrite: 2, error: 3, ignore: 4 } as const;

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

  /** Opens a session on the server of an address. */
  static async open(address: string): Promise<SparkEngine> {
    const client = await SparkClient.open(parseSparkAddress(address));
    const { spark_version } = await client.analyze({ spark_version: {} });
    await client.configure(SPARK_SETTINGS);
    return new SparkEngine(client, String((spark_version as { version: string }).version));
  }

  query(sql: string, params?: SqlParams, options: StatementOptions = {}): QueryResult {
    const batches = (): AsyncIterable<RecordBatch> => this.#batches({ root: relation(sql, params) }, options);
    return {
      [Symbol.asyncIterator]: () => batches()[Symbol.asyncIterator](),
      toTable: () => tableOf(batches()),
    };
  }

  async exec(sql: string, params?: SqlParams, options: StatementOptions = {}): Promise<void> {
    await this.#run({ command: { sql_command: { input: relation(sql, params) } } }, options);
  }

  async writeTable(query: string, options: WriteOptions): Promise<void> {
    const { path, format = "parquet", partitionBy = [], mode = "error", params } = options;
    const write = {
      input: relation(query, params),
      source: format,
      path,
      mode: MODES[mode],
      partitioning_columns: partitionBy,
    };
    await this.#run({ command: { write_operation: write } }, options);
  }

  async registerDataset(tables: EngineTables, options: StatementOptions = {}): Promise<void> {
    for (const [name, source] of Object.entries(tables)) {
      const view = { input: await sourceRelation(name, source), name, is_global: false, replace: true };
      await this.#run({ command: { create_dataframe_view: view } }, options);
    }
  }

  async explain(sql: string, params?: SqlParams): Promise<string> {
    const plan = { root: relation(sql, params) };
    const { explain } = await this.#client.analyze({ explain: { plan, explain_mode: 5 } });
    return (explain as { explain_string: string }).explain_string;
  }

  async close(): Promise<void> {
    await this.#client.close();
  }

  async #run(plan: Message, options: StatementOptions): Promise<void> {
    for await (const _ of this.#client.execute(plan, options));
  }

  async *#batches(plan: Message, options: StatementOptions): AsyncGenerator<RecordBatch, void, undefined> {
    const { RecordBatchReader } = await import("apache-arrow");
    for await (const { arrow_batch } of this.#client.execute(plan, options)) {
      if (arrow_batch === undefined) continue;
      yield* RecordBatchReader.from((arrow_batch as { data: Uint8Array }).data);
    }
  }
}

async function tableOf(batches: AsyncIterable<RecordBatch>): Promise<ColumnTable> {
  const { Table } = await import("apache-arrow");
  const all: RecordBatch[] = [];
  for await (const batch of batches) all.push(batch);
  return fromArrow(new Table(all));
}

function relation(query: string, params: SqlParams | undefined): Message {
  if (params === undefined) return { sql: { query } };
  if (Array.isArray(params)) return { sql: { query, pos_arguments: params.map(literal) } };
  const named = Object.entries(params).map(([name, value]) => [name, literal(value)]);
  return { sql: { query, named_arguments: Object.fromEntries(named) } };
}

function literal(value: SqlValue): Message {
  if (value === null) return { literal: { null: { null: {} } } };
  if (typeof value === "boolean") return { literal: { boolean: value } };
  if (typeof value === "string") return { literal: { string: value } };
  if (typeof value === "number") {
    return { literal: (value | 0) === value ? { integer: value } : { double: value } };
  }
  throw new TypeError("Cannot bind this parameter yet");
}
