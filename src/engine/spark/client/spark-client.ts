import type { EngineProgress } from "../../engine.ts";
import type { Message } from "../protocol/messages.ts";
import { executePlan } from "./execute-plan.ts";
import { progressOf } from "./progress-of.ts";
import type { SparkAddress } from "./spark-address.ts";
import type { CallOptions, SparkOptions } from "./spark-options.ts";
import { SparkSession } from "./spark-session.ts";
import { WholeBatches } from "./whole-batches.ts";

/** Options of one execution. */
export interface ExecuteOptions extends CallOptions {
  /** Called as the tasks get on, about every 2 s. */
  onProgress?: ((progress: EngineProgress) => void) | undefined;
}

/**
 * Speaks Spark Connect with one server, in one session. A process may end while it is open; what runs then on the
 * server is given up there after some minutes, and the session after an hour.
 */
export class SparkClient {
  readonly #session: SparkSession;

  private constructor(session: SparkSession) {
    this.#session = session;
  }

  get sessionId(): string {
    return this.#session.id;
  }

  /** Makes a client; nothing is sent yet. */
  static async open(address: SparkAddress, options: SparkOptions = {}): Promise<SparkClient> {
    return new SparkClient(await SparkSession.open(address, options));
  }

  /**
   * Runs a plan and gives the answers that concern a caller, as they come: `schema`, `arrow_batch` (whole batches), or
   * `sql_command_result`. Who breaks off stops the operation on the server.
   *
   * @throws {EngineConnectionError} When the connection breaks and cannot be made again, or the server was started anew.
   * @throws {QueryError} When Spark cannot run the plan.
   * @throws The signal's reason, when it aborts.
   */
  async *execute(plan: Message, options: ExecuteOptions = {}): AsyncGenerator<Message, void, undefined> {
    const { onProgress, ...call } = options;
    const batches = new WholeBatches((reason) => this.#session.lost(reason));
    for await (const response of executePlan(this.#session, plan, call)) {
      const { arrow_batch, sql_command_result, schema, execution_progress } = response;
      if (execution_progress !== undefined) onProgress?.(progressOf(execution_progress as Message));
      if (schema !== undefined) yield { schema };
      if (sql_command_result !== undefined) yield { sql_command_result };
      const whole = arrow_batch === undefined ? undefined : batches.add(arrow_batch as Message);
      if (whole !== undefined) yield { arrow_batch: whole };
    }
    batches.end();
  }

  /**
   * What the server says of a plan: `{ schema: { plan } }`, `{ explain: { plan, explain_mode } }` or
   * `{ spark_version: {} }`.
   *
   * @throws {EngineConnectionError} When nobody answers, or refuses to.
   * @throws {QueryError} When the plan cannot be one.
   * @throws The signal's reason, when it aborts.
   */
  analyze(question: Message, options: CallOptions = {}): Promise<Message> {
    return this.#session.call("AnalyzePlan", question, options);
  }

  /**
   * Makes settings of the session.
   *
   * @throws {EngineConnectionError} When nobody answers, or refuses to.
   * @throws {QueryError} When the server knows no such setting, or does not let clients make it.
   */
  async configure(settings: Readonly<Record<string, string>>, options: CallOptions = {}): Promise<void> {
    const pairs = Object.entries(settings).map(([key, value]) => ({ key, value }));
    await this.#session.call("Config", { operation: { set: { pairs } } }, options);
  }

  /** Stops what runs, ends the session (unless the address names it) and closes the connection. */
  close(): Promise<void> {
    return this.#session.close();
  }
}
