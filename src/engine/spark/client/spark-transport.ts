import type { Client, ClientReadableStream, Metadata } from "@grpc/grpc-js";
import { loadMessages, type Message, type Messages } from "../protocol/messages.ts";
import { loadGrpc } from "./load-grpc.ts";
import { readFailure } from "./rpc-failure.ts";
import type { SparkAddress } from "./spark-address.ts";

const SERVICE = "/spark.connect.SparkConnectService/";
const LARGEST_MESSAGE = 128 * 2 ** 20;

/** Responses of a call, as they are asked for. */
export interface ResponseStream {
  /** @throws {RpcFailure} When the call fails. */
  next(): Promise<IteratorResult<Message>>;
  cancel(): void;
}

/** Makes single calls: nothing is tried twice here. */
export class SparkTransport {
  readonly #client: Client;
  readonly #messages: Messages;
  readonly #metadata: Metadata;

  private constructor(client: Client, messages: Messages, metadata: Metadata) {
    this.#client = client;
    this.#messages = messages;
    this.#metadata = metadata;
  }

  /** Makes what calls a server; nothing is sent yet. */
  static async open(address: SparkAddress): Promise<SparkTransport> {
    const messages = await loadMessages();
    const { Client, credentials, Metadata } = await loadGrpc();
    const metadata = new Metadata();
    for (const [name, value] of address.headers()) metadata.set(name, value);
    const security = address.useSsl ? credentials.createSsl() : credentials.createInsecure();
    const client = new Client(`${address.host}:${address.port}`, security, {
      "grpc.max_receive_message_length": LARGEST_MESSAGE,
      "grpc.max_send_message_length": LARGEST_MESSAGE,
      "grpc.keepalive_time_ms": 60_000,
      "grpc.keepalive_timeout_ms": 20_000,
      "grpc.initial_reconnect_backoff_ms": 100,
      "grpc.max_reconnect_backoff_ms": 5000,
      "grpc.service_config_disable_resolution": 1,
      "grpc.enable_http_proxy": address.isLoopback ? 0 : 1,
      // What is on its way: more than the 64 KiB that HTTP/2 begins with, so that distance does not slow results down.
      "grpc-node.flow_control_window": 2 * 2 ** 20,
    });
    return new SparkTransport(client, messages, metadata);
  }

  /**
   * Makes a call that has one answer.
   *
   * @throws {RpcFailure} When it fails, or has no answer in time.
   * @throws The signal's reason, when it aborts.
   */
  call(
    method: string,
    message: Message,
    options: { deadlineMs: number; signal: AbortSignal },
  ): Promise<Message> {
    const { deadlineMs, signal } = options;
    return new Promise((resolve, reject) => {
      signal.throwIfAborted();
      const call = this.#client.makeUnaryRequest(
        SERVICE + method,
        (value: Message) => this.#messages.encode(`${method}Request`, value),
        (bytes: Buffer) => this.#messages.decode(`${method}Response`, bytes),
        message,
        this.#metadata,
        { deadline: Date.now() + deadlineMs },
        (error, response) => {
          signal.removeEventListener("abort", stop);
          if (error === null) resolve(response ?? {});
          else reject(readFailure(error, this.#messages));
        },
      );
      function stop(): void {
        reject(signal.reason);
        call.cancel();
      }
      signal.addEventListener("abort", stop, { once: true });
    });
  }

  /** Makes a call whose answers come one after another: `ExecutePlan` or `ReattachExecute`. */
  stream(method: string, message: Message): ResponseStream {
    const call: ClientReadableStream<Message> = this.#client.makeServerStreamRequest(
      SERVICE + method,
      (value: Message) => this.#messages.encode(`${method}Request`, value),
      (bytes: Buffer) => this.#messages.decode("ExecutePlanResponse", bytes),
      message,
      this.#metadata,
    );
    call.on("error", () => {}); // The iterator tells of it; after a cancel nobody asks.
    const responses: AsyncIterator<Message> = call[Symbol.asyncIterator]();
    return {
      next: async () => {
        try {
          return await responses.next();
        } catch (error) {
          throw readFailure(error, this.#messages);
        }
      },
      cancel: () => call.cancel(),
    };
  }

  close(): void {
    this.#client.close();
  }
}
