import {
  type Metadata,
  Server,
  ServerCredentials,
  type ServerUnaryCall,
  type ServerWritableStream,
  type sendUnaryData,
  status,
} from "@grpc/grpc-js";
import protobuf from "protobufjs";
import { type FakeFailure, grpcFailure, invalidHandle } from "./fake-failure.ts";
import { FAKE_SCHEMA } from "./fake-schema.ts";

// biome-ignore lint/suspicious/noExplicitAny: whatever a test looks at
type Fields = Record<string, any>;

/** What was asked of the fake server. */
export interface FakeCall {
  method: string;
  request: Fields;
}

/** What becomes of a stream before a response: it goes on, ends well, or fails. */
export type Fate = "end" | FakeFailure | undefined;

interface FakeOptions {
  credentials?: ServerCredentials;
  /** Calls without this token are refused. */
  token?: string;
}

/**
 * A server that speaks Spark Connect and runs nothing: its answers are given by tests. It keeps the responses of an
 * operation until they are released, as Spark does, so that they can be asked for again.
 */
export class FakeSpark {
  readonly calls: FakeCall[] = [];
  /** The headers of each call. */
  readonly headers: Record<string, unknown>[] = [];
  /** Operations, and how many of their responses are left to ask for: those after `released`. */
  readonly operations = new Map<string, { responses: Fields[]; released: number; isInterrupted: boolean }>();
  /** The answers to a query, without their ids and the end. */
  answer: (query: string) => Fields[] = () => [];
  /** What becomes of a stream (counted from 0) before its operation's response of an index. */
  fate: (stream: number, index: number) => Fate | Promise<Fate> = () => undefined;
  /** A failure of a call that has one answer. */
  fail: (method: string, request: Fields) => FakeFailure | undefined = () => undefined;
  /** The details of errors, by their ids. */
  readonly errors = new Map<string, Fields>();
  serverSession = "first start";
  /** Responses that were written, over all streams. */
  written = 0;
  port = 0;
  readonly #server = new Server({
    "grpc.max_receive_message_length": -1,
    "grpc.max_send_message_length": -1,
  });
  readonly #schema = protobuf.parse(FAKE_SCHEMA, { keepCase: true }).root;
  readonly #token: string | undefined;
  #streams = 0;

  private constructor(token: string | undefined) {
    this.#token = token;
  }

  static async start({
    credentials = ServerCredentials.createInsecure(),
    token,
  }: FakeOptions = {}): Promise<FakeSpark> {
    const fake = new FakeSpark(token);
    const stream = fake.#method.bind(fake, true);
    const unary = fake.#method.bind(fake, false);
    fake.#server.addService(
      {
        ExecutePlan: stream("ExecutePlan"),
        ReattachExecute: stream("ReattachExecute"),
        ...Object.fromEntries(UNARY.map((name) => [name, unary(name)])),
      },
      {
        ExecutePlan: (call: ServerWritableStream<Fields, Fields>) => fake.#execute(call),
        ReattachExecute: (call: ServerWritableStream<Fields, Fields>) => fake.#reattach(call),
        ...Object.fromEntries(
          UNARY.map((name) => [
            name,
            (call: ServerUnaryCall<Fields, Fields>, done: sendUnaryData<Fields>) =>
              fake.#answer(name, call, done),
          ]),
        ),
      },
    );
    fake.port = await new Promise<number>((resolve, reject) => {
      fake.#server.bindAsync("127.0.0.1:0", credentials, (error, port) =>
        error ? reject(error) : resolve(port),
      );
    });
    return fake;
  }

  get address(): string {
    return `sc://127.0.0.1:${this.port}`;
  }

  /** The requests of one method so far. */
  requests(method: string): Fields[] {
    return this.calls.filter((call) => call.method === method).map(({ request }) => request);
  }

  async stop(): Promise<void> {
    this.#server.forceShutdown();
  }

  #method(responseStream: boolean, name: string): Method {
    const request = this.#schema.lookupType(`fake.${name}Request`);
    const response = this.#schema.lookupType(
      responseStream ? "fake.ExecutePlanResponse" : `fake.${name}Response`,
    );
    return {
      path: `/spark.connect.SparkConnectService/${name}`,
      requestStream: false,
      responseStream,
      requestSerialize: () => Buffer.alloc(0),
      requestDeserialize: (bytes: Buffer) =>
        request.toObject(request.decode(bytes), { longs: Number, arrays: true }),
      responseSerialize: (value: object) => Buffer.from(response.encode(response.fromObject(value)).finish()),
      responseDeserialize: () => ({}),
    };
  }

  #note(method: string, call: { request: Fields; metadata: Metadata }): void {
    this.calls.push({ method, request: call.request });
    this.headers.push(call.metadata.getMap());
  }

  #refusal(call: { metadata: { get(name: string): unknown[] } }): FakeFailure | undefined {
    if (this.#token === undefined) return undefined;
    const [said] = call.metadata.get("authorization");
    if (said === `Bearer ${this.#token}`) return undefined;
    // A careless server: it repeats what it was told.
    return { code: status.UNAUTHENTICATED, message: `Invalid token: ${said}` };
  }

  #execute(call: ServerWritableStream<Fields, Fields>): void {
    const { request } = call;
    this.#note("ExecutePlan", call);
    const refusal = this.#refusal(call);
    if (refusal !== undefined) return void call.emit("error", grpcFailure(this.#schema, refusal));
    void this.#stream(call, 0, () => {
      if (!this.operations.has(request.operation_id)) {
        const responses = [...this.answer(request.plan.root.sql.query), { complete: {} }];
        this.operations.set(request.operation_id, { responses, released: 0, isInterrupted: false });
      }
    });
  }

  #reattach(call: ServerWritableStream<Fields, Fields>): void {
    const { request } = call;
    this.#note("ReattachExecute", call);
    const last = request.last_response_id === undefined ? -1 : Number(request.last_response_id.split("#")[1]);
    void this.#stream(call, last + 1, () => {});
  }

  async #stream(call: ServerWritableStream<Fields, Fields>, from: number, begin: () => void): Promise<void> {
    const stream = this.#streams++;
    const { operation_id } = call.request;
    const fail = (failure: FakeFailure): void => void call.emit("error", grpcFailure(this.#schema, failure));
    for (let index = from; ; index++) {
      const fate = await this.fate(stream, index);
      if (call.cancelled) return;
      if (fate === "end") return void call.end();
      if (fate !== undefined) return fail(fate);
      begin();
      const operation = this.operations.get(operation_id);
      if (operation === undefined) return fail(invalidHandle("OPERATION_NOT_FOUND"));
      const response = operation.responses[index];
      if (index < operation.released) return fail(invalidHandle("OPERATION_ABANDONED"));
      if (response === undefined) return void call.end();
      const ids = {
        operation_id,
        response_id: `${operation_id}#${index}`,
        server_session: this.serverSession,
      };
      this.written++;
      if (!call.write({ session_id: call.request.session_id, ...ids, ...response })) {
        await new Promise<void>((resolve) => {
          const go = (): void => {
            call.off("drain", go).off("cancelled", go);
            resolve();
          };
          call.on("drain", go).on("cancelled", go);
        });
      }
    }
  }

  #answer(method: string, call: ServerUnaryCall<Fields, Fields>, done: sendUnaryData<Fields>): void {
    const { request } = call;
    this.#note(method, call);
    const failure = this.#refusal(call) ?? this.fail(method, request);
    const own = { session_id: request.session_id, server_session: this.serverSession };
    if (failure !== undefined) done(grpcFailure(this.#schema, failure));
    else done(null, { ...own, ...this.#does(method, request) });
  }

  #does(method: string, request: Fields): Fields {
    const operation = this.operations.get(request.operation_id);
    if (method === "AnalyzePlan") return { version: { version: "4.9.9" }, newer_kind: { text: "?" } };
    if (method === "FetchErrorDetails") return this.errors.get(request.error_id) ?? {};
    if (method === "Interrupt" && operation !== undefined) {
      operation.isInterrupted = true;
      return { interrupted_ids: [request.operation_id] };
    }
    if (method === "ReleaseExecute" && operation !== undefined) {
      if (request.all !== undefined) this.operations.delete(request.operation_id);
      else operation.released = Number(request.until.response_id.split("#")[1]) + 1;
    }
    return {};
  }
}

type Method = {
  path: string;
  requestStream: false;
  responseStream: boolean;
  requestSerialize: (value: object) => Buffer;
  requestDeserialize: (bytes: Buffer) => Fields;
  responseSerialize: (value: object) => Buffer;
  responseDeserialize: (bytes: Buffer) => Fields;
};

const UNARY = ["AnalyzePlan", "Config", "Interrupt", "ReleaseExecute", "ReleaseSession", "FetchErrorDetails"];
