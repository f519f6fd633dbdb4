import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";
import { ApiClient } from "../../../src/api/api-client.ts";
import { getBatchList } from "../../../src/api/endpoints/get-batch-list.ts";
import type { BatchListItem } from "../../../src/api/wire-types.ts";
import type { EmulatorControls } from "../../../src/emulator/create-emulator.ts";
import type { FaultPlan } from "../../../src/emulator/faults/fault.ts";
import type { LoggedRequest } from "../../../src/emulator/faults/request-log.ts";
import {
  type RunningEmulator,
  type StartEmulatorOptions,
  startEmulator,
} from "../../../src/emulator/start-emulator.ts";
import { Session } from "../../../src/session/session.ts";
import type { SubmitOptions } from "../../../src/session/session-options.ts";
import { SECRET, type Spy } from "./fault-test.ts";

/** Faults of submissions; the server does not know `Idempotency-Key`, so that whatever is sent twice is there twice. */
export function postFaults(...faults: FaultPlan[number]["fault"][]): FaultPlan {
  const forgetful = { requestHeaders: { "Idempotency-Key": null } };
  const rule = { method: "POST", path: "/api/batch/" };
  const planned = faults.map((fault, i) => ({ ...rule, at: [i + 1], fault: { ...forgetful, ...fault } }));
  return [...planned, { ...rule, fault: forgetful }];
}

/** A server that is gone when the test ends. */
export async function startServer(options: StartEmulatorOptions = {}): Promise<RunningEmulator> {
  const emulator = await startEmulator({ token: SECRET, jobDurationMs: 0, ...options });
  onTestFinished(() => emulator.close());
  return emulator;
}

/** A session with one of its generators that notes its submissions in a folder. */
export function openSession(
  server: string,
  { spy, journal }: { spy: Spy; journal: string },
): Promise<Session> {
  const { token, onEvent } = spy;
  return Session.connect({ server, token, generator: "spills-v0.1.0", journal, onEvent });
}

/** The submissions that a server was sent. */
export function posts({ requests }: Pick<EmulatorControls, "requests">): LoggedRequest[] {
  return requests.filter(({ method, path }) => method === "POST" && path === "/api/batch/");
}

/** The batches that a server has. */
export function batchesOf({ url }: { url: string }): Promise<BatchListItem[]> {
  return getBatchList(new ApiClient({ server: url, token: SECRET }));
}

/** The states of submissions that were told, in order. */
export function statesTold({ events }: Spy): string[] {
  return events.flatMap((event) => (event.type === "submission" ? [event.state] : []));
}

const SCRIPT = fileURLToPath(new URL("submit-once.mjs", import.meta.url));

/** What a process that submits jobs prints. */
export interface Submitted {
  batchId?: string;
  designRows?: number[];
  code?: string;
  message?: string;
  /** The processor time until the submission was noted: other work on the machine does not count. */
  preparedMs: number;
  rssMb: number;
}

/** Starts a process that submits jobs; it is gone when the test ends. */
export function submitApart(given: {
  server: string;
  journal: string;
  numJobs: number;
  options?: Pick<SubmitOptions, "forceResubmit" | "reconcileTimeoutMs" | "batchName">;
  /** The program and its arguments. @default Node */
  runtime?: readonly [string, ...string[]];
}): { child: ChildProcess; outcome: Promise<Submitted> } {
  const [program, ...before] = given.runtime ?? [process.execPath];
  const child = spawn(program, [...before, SCRIPT, JSON.stringify(given)], {
    env: { ...process.env, DENO_NO_UPDATE_CHECK: "1", TOKEN: SECRET },
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  const outcome = text(child.stdout).then((out) => (out === "" ? {} : JSON.parse(out)) as Submitted);
  return { child, outcome };
}

/** Ends a process as nothing else can. */
export async function killNow(child: ChildProcess): Promise<void> {
  const exit = once(child, "exit");
  child.kill("SIGKILL");
  await exit;
}
