/**
 * A server of the Infinity API that everybody can run, for tests, demos and notebooks.
 *
 * It answers every endpoint that the public clients use and makes its results on demand: label files whose points
 * are true projections of a skeleton of 55 joints in a furnished room or of a growing spill, masks, watch rotations and
 * preview pictures. It makes no videos: result folders lack `video.rgb.mp4` and `video.mp4`. Its pages at `/` show the
 * batches, and `/api/schema/` describes the API as OpenAPI 3.1; neither wants a token or shows one.
 *
 * Boxes, polygons and areas are of what is seen; `percent_occlusion` is the per cent of a person's or dumbbell's pixels
 * that something else hides, `percent_in_fov` the per cent of its bones, by the surface around them, that is inside the frame. The brightness
 * columns are CIELAB lightness from 0 to 100, `mean_color_contrast` is CIEDE2000, and `snr` is the mean pixel's
 * electrons over their standard deviation, of a sensor that holds 1000 and reads with a noise of 6.
 *
 * Parameters that change no label: `wall_art_type` of visionfit-flagship-v0.1.0 without `add_wall_art`, and its
 * `inter_rep_delay_avg` and `inter_rep_delay_var` with one repetition; `color` of spills-v0.1.0, which shows in the
 * preview picture; `image_width` and `image_height` of sensefit-v0.2.0, its `num_random_frames` unless
 * `use_random_motion` is on, and then whatever it says of the exercise, its repetitions and their speed, of the body
 * and its noise, and of trimming; its `random_seed` where nothing is random.
 * Every exercise is trimmed; the company's server left some whole.
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
 * @module infinity-frames/emulator
 */
export { createEmulator, type Emulator, type EmulatorControls } from "./create-emulator.ts";
export type { EmulatorOptions } from "./emulator-options.ts";
export type { CannedReply, Fault, FaultPlan, FaultRule, JsonEdit } from "./faults/fault.ts";
export type { LoggedRequest } from "./faults/request-log.ts";
export { type RunningEmulator, type StartEmulatorOptions, startEmulator } from "./start-emulator.ts";
export type { BatchStorage, SavedBatch, SavedJob, SubmissionKey } from "./store/batch-storage.ts";
