/**
 * The base of every error that this package throws for something a caller may want to catch.
 * Wrong arguments throw `TypeError` or `RangeError` instead.
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
