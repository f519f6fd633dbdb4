import { InfinityFramesError } from "../util/infinity-frames-error.ts";

/** What {@link EngineConnectionError} is about. */
export interface EngineConnectionFailure {
  /** The address, without its secrets. */
  address: string;
  /** Nobody answers there; what answers takes no such user or token; or it answered and does no more. */
  kind: "unreachable" | "refused" | "lost";
  reason: string;
}

/**
 * The connection to an engine could not be made, or was lost and could not be made again.
 *
 * @example
 * ```ts
 * const options = { connectTimeoutMs: 500 };
 * await openEngine("sc://127.0.0.1:9", options); // throws EngineConnectionError: Cannot use the engine at sc://127.0.0.1:9: …
 * ```
 */
export class EngineConnectionError extends InfinityFramesError {
  override name = "EngineConnectionError";
  /** The address, without its secrets. */
  readonly address: string;
  /** Nobody answers there; what answers takes no such user or token; or it answered and does no more. */
  readonly kind: EngineConnectionFailure["kind"];

  constructor({ address, kind, reason }: EngineConnectionFailure, options?: ErrorOptions) {
    super("ENGINE_CONNECTION", `Cannot use the engine at ${address}: ${reason}`, options);
    this.address = address;
    this.kind = kind;
  }
}
