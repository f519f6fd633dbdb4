import type { Root } from "protobufjs";
import { InfinityFramesError } from "../../../util/infinity-frames-error.ts";
import { SPARK_CONNECT_SCHEMA } from "./schema.ts";

/** A message as a plain object: fields in the names of the schema, 64-bit integers as numbers. */
export type Message = Readonly<Record<string, unknown>>;

/** Writes and reads messages. */
export interface Messages {
  /** @param type The message's name, such as `ExecutePlanRequest`. */
  encode(type: string, message: Message): Buffer;
  /** @param type The message's name. */
  decode(type: string, bytes: Uint8Array): Message;
}

let loading: Promise<Messages> | undefined;

/**
 * Loads what writes and reads messages, on the first call.
 *
 * @throws {InfinityFramesError} With code `PACKAGE_NOT_LOADED`, when `protobufjs` is not installed.
 */
export function loadMessages(): Promise<Messages> {
  loading ??= load().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function load(): Promise<Messages> {
  const loaded = await import("protobufjs").catch((cause: unknown) => {
    throw new InfinityFramesError(
      "PACKAGE_NOT_LOADED",
      'Cannot load "protobufjs", which engines on Spark need: install it, and "@grpc/grpc-js"',
      { cause },
    );
  });
  const { parse } = loaded.default ?? loaded;
  const { root } = parse(SPARK_CONNECT_SCHEMA, { keepCase: true });
  return messagesOf(root);
}

function messagesOf(root: Root): Messages {
  const types = new Map<string, ReturnType<Root["lookupType"]>>();
  const typeOf = (name: string) => {
    const known = types.get(name) ?? root.lookupType(`spark.connect.${name}`);
    types.set(name, known);
    return known;
  };
  return {
    encode: (name, message) => {
      const type = typeOf(name);
      return Buffer.from(type.encode(type.fromObject(message)).finish());
    },
    decode: (name, bytes) => {
      const type = typeOf(name);
      // What a message lacks stays out of the object, so that its presence tells one kind of answer from another.
      return type.toObject(type.decode(bytes), { longs: Number, enums: Number, arrays: true, objects: true });
    },
  };
}
