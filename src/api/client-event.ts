import type { ConnectionPhase } from "./errors/connection-error.ts";
import type { TimeoutClock } from "./errors/timeout-error.ts";

/** What all events about a request say. */
interface AboutRequest {
  /** Tells the requests of one client apart; the attempts of a request share it. */
  request: number;
  /** From 1. */
  attempt: number;
  method: string;
  /** The path of an API call; the address without its query, for a result. */
  path: string;
}

/** An attempt at a request begins. */
export interface RequestEvent extends AboutRequest {
  type: "request";
}

/** An answer began. */
export interface ResponseEvent extends AboutRequest {
  type: "response";
  status: number;
  /** The server's own id of the request, if it gave one. */
  requestId: string | null;
  elapsedMs: number;
}

/** An attempt brought no answer. */
export interface FailureEvent extends AboutRequest {
  type: "failure";
  reason: ConnectionPhase | TimeoutClock | "aborted";
  elapsedMs: number;
}

/** A request is made again after a pause. */
export interface RetryEvent extends AboutRequest {
  type: "retry";
  delayMs: number;
  /** Why: the message of the error. */
  reason: string;
}

/** Something that the user should know, and that stops nothing. */
export interface WarningEvent {
  type: "warning";
  message: string;
}

/** A step of a submission. */
export interface SubmissionEvent {
  type: "submission";
  submissionId: string;
  state: "sending" | "accepted" | "refused" | "unknown" | "reconciling";
  numJobs: number;
  /** Known once it is accepted. */
  batchId: string | null;
}

/** A look at a batch that is waited for. */
export interface WaitEvent {
  type: "wait";
  batchId: string;
  numJobs: number;
  numJobsRemaining: number;
  elapsedMs: number;
  /** How long no job has finished. */
  stalledMs: number;
}

/** A step of a job's download. */
export interface DownloadEvent {
  type: "download";
  batchId: string;
  jobId: string;
  state: "started" | "resumed" | "restarted" | "fetched" | "finished" | "failed" | "skipped";
  /** Bytes of the archive that are on disk. */
  bytes: number;
}

/** What happens inside a client, in the order in which it happens. No event holds a secret. */
export type ClientEvent =
  | RequestEvent
  | ResponseEvent
  | FailureEvent
  | RetryEvent
  | WarningEvent
  | SubmissionEvent
  | WaitEvent
  | DownloadEvent;
