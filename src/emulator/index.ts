/**
 * A server of the Infinity API that everybody can run, for tests, demos and notebooks.
 *
 * It answers every endpoint that the public clients use and makes its results on demand: label files whose
 * points are true projections of a simple moving skeleton or a growing spill, masks, watch rotations and
 * preview pictures. It makes no videos: result folders lack `video.rgb.mp4` and `video.mp4`.
 *
 * @example
 * ```ts
 * import { startEmulator } from "infinity-frames/emulator";
 *
 * const emulator = await startEmulator({ seed: 1 });
 * const headers = { Authorization: `Token ${emulator.token}` };
 * const reply = await fetch(`${emulator.url}/api/jobs/spills-v0.1.0/`, { headers });
 * (await reply.json()).version; // "0.1.0"
 * await emulator.close();
 * ```
 *
 * @module
 */
export { createEmulator, type Emulator, type EmulatorControls } from "./create-emulator.ts";
export type { EmulatorOptions } from "./emulator-options.ts";
export type { CannedReply, Fault, FaultPlan, FaultRule, JsonEdit } from "./faults/fault.ts";
export type { LoggedRequest } from "./faults/request-log.ts";
export { type RunningEmulator, type StartEmulatorOptions, startEmulator } from "./start-emulator.ts";
export type { BatchStorage, SavedBatch, SavedJob, SubmissionKey } from "./store/batch-storage.ts";
