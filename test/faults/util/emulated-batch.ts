import { onTestFinished } from "vitest";
import type { ApiClientOptions } from "../../../src/api/api-client-options.ts";
import type { LoggedRequest } from "../../../src/emulator/faults/request-log.ts";
import { type EmulatorOptions, type RunningEmulator, startEmulator } from "../../../src/emulator/index.ts";
import type { JobRecord } from "../../../src/params/job-record.ts";
import type { Batch } from "../../../src/session/batch.ts";
import { Session } from "../../../src/session/session.ts";
import type { Spy } from "./fault-test.ts";

/** What is served, and how it is asked for. */
export interface EmulatedBatchOptions {
  jobs: number;
  /** @default 6 frames of 128 x 128 for each job, an archive of some 30 KB */
  params?: JobRecord;
  emulator?: EmulatorOptions;
  client?: Partial<ApiClientOptions>;
}

/** A batch whose jobs are done, on an emulator that listens until the test ends. */
export interface EmulatedBatch {
  emulator: RunningEmulator;
  batch: Batch;
  /** The requests for results so far. */
  results: () => LoggedRequest[];
  /** The requests for the state of the batch so far. */
  summaries: () => LoggedRequest[];
}

/** Submits jobs that are done at once. Faults are to be set afterwards, or in the options of the emulator. */
export async function emulatedBatch(
  spy: Spy,
  {
    jobs,
    params = { num_reps: 1, frame_rate: 6, image_width: 128, image_height: 128 },
    ...options
  }: EmulatedBatchOptions,
): Promise<EmulatedBatch> {
  const { token, onEvent } = spy;
  const emulator = await startEmulator({ token, jobDurationMs: 0, masks: false, ...options.emulator });
  onTestFinished(() => emulator.close());
  const generator = "visionfit-v0.3.1";
  const session = await Session.connect({
    server: emulator.url,
    token,
    generator,
    onEvent,
    ...options.client,
  });
  const batch = await session.submit(Array.from({ length: jobs }, () => params));
  const asked = (pattern: RegExp): LoggedRequest[] =>
    emulator.requests.filter(({ path }) => pattern.test(path));
  return {
    emulator,
    batch,
    results: () => asked(/^\/results\//),
    summaries: () => asked(/^\/api\/batch\/.*\/summary\/$/),
  };
}
