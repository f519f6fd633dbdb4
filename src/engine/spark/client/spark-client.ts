import { randomUUID } from "node:crypto";
import type { Client, Metadata } from "@grpc/grpc-js";
import { InfinityFramesError } from "../../../util/infinity-frames-error.ts";
import { LIBRARY_VERSION } from "../../../util/library-version.ts";
import { loadMessages, type Message, type Messages } from "../protocol/messages.ts";
import type { SparkAddress } from "./spark-address.ts";

const SERVICE = "/spark.connect.SparkConnectService/";
const MAX_MESSAGE = 128 * 2 ** 20;

/** Options of one execution. */
export interface ExecuteOptions {
  signal?: AbortSignal | undefined;
}

/** Speaks Spark Connect with one server, in one session. */
export class SparkClient {
  readonly sessionId: string;
  readonly #client: Client;
  readonly #messages: Messages;
  readonly #metadata: Metadata;
  readonly #user: Message;

  private constructor(parts: {
    client: Client;
    messages: Messages;
    metadata: Metadata;
    address: SparkAddress;
  }) {
    const { client, messages, metadata, address } = parts;
    this.#client = client;
    this.#messages = messages;
    this.#metadata = metadata;
    this.sessionId = address.sessionId ?? randomUUID();
    this.#user = { user_id: address.userId ?? "infinity-frames" };
  }

  /** Makes a client; nothing is sent yet. */
  static async open(address: SparkAddress): Promise<SparkClient> {
    const messages = await loadMessages();
    const loaded = await import("@grpc/grpc-js").catch((cause: unknown) => {
      const message =
        'Cannot load "@grpc/grpc-js", which engines on Spark need: install it, and "protobufjs"';
      throw new InfinityFramesError("PACKAGE_NOT_LOADED", message, { cause });
    });
    const { Client, credentials, Metadata } = loaded.default ?? loaded;
    const metadata = new Metadata();
    const token = address.token();
    if (token !== undefined) metadata.set("authorization", `Bearer ${token}`);
    for (const [name, value] of Object.entries(address.headers)) metadata.set(name, value);
    const channel = address.useSsl ? credentials.createSsl() : credentials.createInsecure();
    const client = new Client(`${address.host}:${address.port}`, channel, {
      "grpc.max_receive_message_length": MAX_MESSAGE,
      "grpc.max_send_message_length": MAX_MESSAGE,
    });
    return new SparkClient({ client, messages, metadata, address });
  }

  /** Runs a plan and gives the server's answers as they come. */
  async *execute(plan: Message, _options: ExecuteOptions = {}): AsyncGenerator<Message, void, undefined> {
    const request = { ...this.#common(), plan, operation_id: randomUUID() };
    const stream = this.#client.makeServerStreamRequest(
      `${SERVICE}ExecutePlan`,
      (message: Message) => this.#messages.encode("ExecutePlanRequest", message),
      (bytes: Buffer) => this.#messages.decode("ExecutePlanResponse", bytes),
      request,
      this.#metadata,
    );
    for await (const response of stream) yield response as Message;
  }

  /** What the server says of a plan: `{ schema: { plan } }`, `{ explain: { plan, explain_mode } }` or `{ spark_version: {} }`. */
  analyze(question: Message): Promise<Message> {
    return this.#call("AnalyzePlan", question);
  }

  /** Makes settings of the session. */
  async configure(settings: Readonly<Record<string, string>>): Promise<void> {
    const pairs = Object.entries(settings).map(([key, value]) => ({ key, value }));
    await this.#call("Config", { operation: { set: { pairs } } });
  }

  /** Ends the session and closes the connection. */
  async close(): Promise<void> {
    await this.#call("ReleaseSession", {}).catch(() => {});
    this.#client.close();
  }

  #common(): Message {
    return {
      session_id: this.sessionId,
      user_context: this.#user,
      client_type: `infinity-frames/${LIBRARY_VERSION}`,
    };
  }

  #call(method: string, message: Message): Promise<Message> {
    return new Promise((resolve, reject) => {
      this.#client.makeUnaryRequest(
        SERVICE + method,
        (value: Message) => this.#messages.encode(`${method}Request`, value),
        (bytes: Buffer) => this.#messages.decode(`${method}Response`, bytes),
        { ...this.#common(), ...message },
        this.#metadata,
        (error, response) => (error === null ? resolve(response ?? {}) : reject(error)),
      );
    });
  }
}
