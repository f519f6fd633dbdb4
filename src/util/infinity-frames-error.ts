/**
 * The base of every error that this package throws for something a caller may want to catch.
 * Wrong arguments throw `TypeError` or `RangeError` instead.
 *
 * @example
 * ```ts
 * const client = new ApiClient({ server: server.url, token: "mistyped" });
 * try {
 *   await getAllGeneratorData(client);
 * } catch (error) {
 *   if (!(error instanceof InfinityFramesError)) throw error;
 *   [error.name, error.code]; // ["AuthenticationError", "API_401"]
 * }
 * ```
 */
export class InfinityFramesError extends Error {
  override name = "InfinityFramesError";
  /** A stable identifier of the kind of error, for programs. */
  readonly code: string;

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
