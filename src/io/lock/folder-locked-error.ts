import { InfinityFramesError } from "../../util/infinity-frames-error.ts";
import type { HeldLock, LockOwner } from "./lock-owner.ts";

/**
 * Another download or ingest is working in the folder, and did not end within the time that was waited.
 *
 * @example
 * ```ts
 * const options = { lockTimeoutMs: 0 };
 * const twice = await Promise.allSettled([
 *   batch.download("cameras", options),
 *   batch.download("cameras", options),
 * ]);
 * twice.map(({ status }) => status).sort(); // ["fulfilled", "rejected"]
 * const refused = twice.find((result) => result.status === "rejected");
 * refused?.reason; // FolderLockedError: Cannot use cameras: process … is working in it; …
 * ```
 */
export class FolderLockedError extends InfinityFramesError {
  override name = "FolderLockedError";
  /** The folder. */
  readonly folder: string;
  /** Who is working in it; null where it does not say. */
  readonly owner: LockOwner | null;

  /** @internal */
  constructor(folder: string, { owner, path }: HeldLock, waitedMs: number) {
    const who =
      owner === null
        ? "an unknown process"
        : `process ${owner.pid} on ${owner.host}, since ${owner.startedAt},`;
    const how =
      waitedMs === 0 ? "is working in it" : `has been working in it for the ${waitedMs} ms that were waited`;
    super(
      "FOLDER_LOCKED",
      `Cannot use ${folder}: ${who} ${how}; let it end, stop it, or remove ${path} if it is gone`,
    );
    this.folder = folder;
    this.owner = owner;
  }
}
