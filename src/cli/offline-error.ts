import { InfinityFramesError } from "../util/infinity-frames-error.ts";

/** A command needs the API, and `--offline` forbids it. */
export class OfflineError extends InfinityFramesError {
  override name = "OfflineError";

  constructor(command: string) {
    super("OFFLINE", `${command} needs the API, and --offline forbids every connection`);
  }
}
