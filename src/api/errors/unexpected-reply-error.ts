import { InfinityFramesError } from "../../util/infinity-frames-error.ts";

/**
 * The server answered with a success that this client cannot read. Its subclasses say why.
 *
 * @example
 * ```ts
 * server.setFaults([{ path: "/api/batch/estimate/", fault: { json: [{ path: "", first: 1 }] } }]);
 * const jobs = grid({ scene: ["GYM_1", "BEDROOM_2"] });
 * await session.estimateSamples(jobs); // throws UnexpectedReplyError: … answered 1 estimates for 2 jobs
 * ```
 */
export class UnexpectedReplyError extends InfinityFramesError {
  override name = "UnexpectedReplyError";

  constructor(
    message: string,
    { code = "UNEXPECTED_REPLY", ...options }: ErrorOptions & { code?: string } = {},
  ) {
    super(code, message, options);
  }
}
