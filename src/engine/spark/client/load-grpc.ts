import { InfinityFramesError } from "../../../util/infinity-frames-error.ts";

type Grpc = typeof import("@grpc/grpc-js");

/**
 * Loads the package that speaks gRPC, on first use.
 *
 * @throws {InfinityFramesError} With code `PACKAGE_NOT_LOADED`, when it is not installed.
 */
export async function loadGrpc(): Promise<Grpc> {
  const loaded = await import("@grpc/grpc-js").catch((cause: unknown) => {
    const message = 'Cannot load "@grpc/grpc-js", which engines on Spark need: install it, and "protobufjs"';
    throw new InfinityFramesError("PACKAGE_NOT_LOADED", message, { cause });
  });
  return loaded.default ?? loaded;
}
