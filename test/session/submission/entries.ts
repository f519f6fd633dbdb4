import type { SubmissionEntry } from "../../../src/session/submission/submission-entry.ts";
import { ulid } from "../../../src/util/ulid.ts";

/** An entry of a journal that began so long ago. */
export function entryOf(
  ageMs: number,
  state: SubmissionEntry["state"],
  others: Partial<SubmissionEntry> = {},
): SubmissionEntry {
  const begunMs = Date.now() - ageMs;
  const submissionId = ulid(begunMs);
  return {
    format_version: 1,
    submissionId,
    sentName: `a ~if-${submissionId}`,
    batchName: "a",
    generator: "spills-v0.1.0",
    isPreview: false,
    jobCount: 1,
    paramNames: ["size"],
    paramsHash: "0".repeat(64),
    server: "http://127.0.0.1:8090",
    startedAt: new Date(begunMs).toISOString(),
    pid: 1,
    host: "elsewhere",
    attempt: 1,
    state,
    ...others,
  };
}
