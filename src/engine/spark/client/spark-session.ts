import { randomUUID } from "node:crypto";
import { setTimeout } from "node:timers";
import { LIBRARY_VERSION } from "../../../util/library-version.ts";
import { sleep } from "../../../util/sleep.ts";
import { EngineConnectionError } from "../../engine-connection-error.ts";
import type { Message } from "../protocol/messages.ts";
import { connectionError, isBreak, isTlsFailure } from "./connection-failure.ts";
import { OpenWork } from "./open-work.ts";
import { Patience } from "./patience.ts";
import { queryError } from "./query-failure.ts";
import { RpcFailure } from "./rpc-failure.ts";
import { sessionOptions } from "./session-options.ts";
import type { SparkAddress } from "./spark-address.ts";
import type { CallOptions, SparkOptions } from "./spark-options.ts";
import { type ResponseStream, SparkTransport } from "./spark-transport.ts";
import { STATUS } from "./status-code.ts";

/** To plan a query over millions of files takes minutes. */
const ANALYSIS_DEADLINE_MS = 600_000;
/** For what nobody waits for. */
const CLEAR_DEADLINE_MS = 5000;
/** A server that has never answered is tried this often: its address is more likely wrong than the network. */
const FIRST_TRIES = 4;
const NEVER: AbortSignal = new AbortController().signal;

/** A session on a server: who it is, its calls, and what their failures mean. */
export class SparkSession {
  readonly id: string;
  readonly options: Required<SparkOptions>;
  readonly work: OpenWork = new OpenWork();
  readonly #address: SparkAddress;
  readonly #transport: SparkTransport;
  readonly #idle: NodeJS.Timeout;
  #serverSession: string | undefined;
  #isAnswered = false;
  #closing: Promise<void> | undefined;

  private constructor(address: SparkAddress, transport: SparkTransport, options: Required<SparkOptions>) {
    this.id = address.sessionId ?? randomUUID();
    this.options = options;
    this.#address = address;
    this.#transport = transport;
    this.#idle = setTimeout(() => this.#keepAlive(), options.keepAliveMs).unref();
  }

  /** Makes a session; nothing is sent yet. */
  static async open(address: SparkAddress, options: SparkOptions = {}): Promise<SparkSession> {
    const settings = sessionOptions(options);
    return new SparkSession(address, await SparkTransport.open(address), settings);
  }

  /**
   * Calls the server, again and again where the network fails.
   *
   * @throws {EngineConnectionError} When there is no answer.
   * @throws {QueryError} When the server cannot do it.
   * @throws The signal's reason, when it aborts.
   */
  async call(method: string, message: Message, options: CallOptions = {}): Promise<Message> {
    const { signal, end } = this.work.begin(options.signal);
    const { connectTimeoutMs, reconnectTimeoutMs: limitMs, retryDelayMs: delayMs } = this.options;
    const isLong = this.#isAnswered && method === "AnalyzePlan";
    const deadlineMs = isLong ? ANALYSIS_DEADLINE_MS : connectTimeoutMs;
    const patience = new Patience({ delayMs, limitMs, tries: this.#isAnswered ? undefined : FIRST_TRIES });
    try {
      for (;;) {
        try {
          return await this.#callOnce(method, message, { deadlineMs, signal });
        } catch (error) {
          if (!(error instanceof RpcFailure)) throw error;
          const delay = this.#mayWorkAgain(error) ? patience.failed(error.retryAfterMs ?? 0) : null;
          if (delay === null) throw await this.errorOf(error, options.query);
          await sleep(delay, signal);
        }
      }
    } finally {
      end();
    }
  }

  /** Makes a call whose answers come one after another. */
  stream(method: "ExecutePlan" | "ReattachExecute", message: Message): ResponseStream {
    const { next, cancel } = this.#transport.stream(method, { ...this.#common(), ...message });
    return {
      next: async () => {
        const result = await next().catch((error: unknown) => Promise.reject(this.#heard(error)));
        if (result.done !== true) this.#observe(result.value);
        return result;
      },
      cancel,
    };
  }

  /** Makes a call whose failure means nothing: then it gives null. */
  tell(method: string, message: Message): Promise<Message | null> {
    const options = { deadlineMs: CLEAR_DEADLINE_MS, signal: NEVER };
    return this.#callOnce(method, message, options).catch(() => null);
  }

  /** The error that callers get for a failure. */
  async errorOf(failure: RpcFailure, query = ""): Promise<Error> {
    const lost = connectionError(failure, this.#address, this.#isAnswered);
    if (lost !== null) return lost;
    const error_id = failure.info?.errorId ?? null;
    const details = error_id === null ? null : await this.tell("FetchErrorDetails", { error_id });
    return queryError(failure, { query, details, secrets: this.#address.secrets() });
  }

  /** The error for a session, or something that ran in it, which is there no more. */
  lost(reason: string): EngineConnectionError {
    return new EngineConnectionError({ address: this.#address.shown, kind: "lost", reason });
  }

  /** Stops what runs, ends the session unless the address names it, and closes the connection. */
  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    clearTimeout(this.#idle);
    await this.work.close(new Error("Cannot run the query: the engine is closed"));
    if (this.#isAnswered && this.#address.sessionId === undefined) await this.tell("ReleaseSession", {});
    this.#transport.close();
  }

  async #callOnce(
    method: string,
    message: Message,
    options: { deadlineMs: number; signal: AbortSignal },
  ): Promise<Message> {
    const answer = await this.#transport
      .call(method, { ...this.#common(), ...message }, options)
      .catch((error: unknown) => Promise.reject(this.#heard(error)));
    this.#observe(answer);
    return answer;
  }

  #mayWorkAgain(failure: RpcFailure): boolean {
    const isLate = failure.status === STATUS.deadlineExceeded;
    return isBreak(failure) && !isLate && !isTlsFailure(failure, this.#address);
  }

  /** Notes that the server answers, if only that something is wrong. */
  #heard(error: unknown): unknown {
    if (error instanceof RpcFailure && error.info !== null) this.#isAnswered = true;
    return error;
  }

  #observe({ server_side_session_id: id }: Message): void {
    this.#isAnswered = true;
    if (this.#closing === undefined) this.#idle.refresh();
    if (typeof id !== "string" || id === "") return;
    this.#serverSession ??= id;
    if (id === this.#serverSession) return;
    throw this.lost(
      "the server was started anew, and what was registered there is gone: open the engine again",
    );
  }

  #keepAlive(): void {
    this.#idle.refresh();
    const keys = ["spark.sql.session.timeZone"];
    if (this.#isAnswered) this.work.inBackground(this.tell("Config", { operation: { get: { keys } } }));
  }

  #common(): Message {
    const own = `infinity-frames/${LIBRARY_VERSION}`;
    const { userId = "infinity-frames", userAgent } = this.#address;
    return {
      session_id: this.id,
      user_context: { user_id: userId },
      client_type: userAgent === undefined ? own : `${userAgent} ${own}`,
      client_observed_server_side_session_id: this.#serverSession,
    };
  }
}
