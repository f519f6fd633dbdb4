import type { Socket } from "node:net";
import { ApiClient } from "../../../src/api/api-client.ts";
import type { ApiClientOptions } from "../../../src/api/api-client-options.ts";
import { ParameterSpace } from "../../../src/params/parameter-space.ts";
import { Batch } from "../../../src/session/batch.ts";
import { TOY } from "../../util/generators.ts";
import { makeZip } from "../../util/make-zip.ts";
import { answerJson, type ChaosServer, chaosServer, head } from "./chaos-server.ts";
import type { Spy } from "./fault-test.ts";

/** A request for a job's result. */
export interface ResultRequest {
  jobId: string;
  /** How many requests for this job there were, this one included. */
  number: number;
  head: string;
  /** The first byte that is asked for; null where the whole is. */
  from: number | null;
  /** The archive that an honest server would send. */
  archive: Buffer;
}

/** What is served, and how it is asked for. */
export interface RawBatchOptions {
  /** @default one job */
  jobIds?: readonly string[];
  /** Answers a request for a result. */
  results: (socket: Socket, request: ResultRequest) => void;
  /** The address of a job's result. @default one of this server's */
  resultUrl?: (jobId: string, server: string) => string | null;
  client?: Partial<ApiClientOptions>;
}

/** The archive of a job: its parameters and some 100 KB. */
export function archiveOf(jobId: string): Buffer {
  const data = Buffer.alloc(100_000, jobId);
  return Buffer.from(
    makeZip([
      { name: `${jobId}/job.json`, data: "{}" },
      { name: `${jobId}/deep/data.bin`, data },
    ]),
  );
}

/** Sends a whole answer. */
export function answerArchive(
  socket: Socket,
  archive: Buffer,
  headers: Record<string, string | number> = {},
): void {
  socket.write(head(200, { "Content-Length": archive.length, ETag: '"one"', ...headers }));
  socket.write(archive);
}

/** A batch of finished jobs on a raw server, which tells their state honestly and their results as it is told to. */
export async function rawBatch(
  { token, onEvent }: Spy,
  { jobIds = ["job-1"], results, client, ...options }: RawBatchOptions,
): Promise<{ batch: Batch; server: ChaosServer; client: ApiClient }> {
  const counts = new Map<string, number>();
  const urlOf = (jobId: string): string | null =>
    (options.resultUrl ?? ((id, url) => `${url}/results/${encodeURIComponent(id)}.zip`))(jobId, server.url);
  const runs = () => jobIds.map((id) => ({ id, name: TOY.name, in_progress: false, result_url: urlOf(id) }));
  const server: ChaosServer = await chaosServer((socket, request) => {
    const path = request.head.split(" ")[1] as string;
    const match = /^\/results\/(.*)\.zip/.exec(path);
    if (match === null) return answerJson(socket, { job_runs: runs() });
    const jobId = decodeURIComponent(match[1] as string);
    const number = (counts.get(jobId) ?? 0) + 1;
    counts.set(jobId, number);
    const from = /\r\nrange: bytes=(\d+)-/i.exec(request.head)?.[1];
    results(socket, {
      jobId,
      number,
      head: request.head,
      from: from === undefined ? null : Number(from),
      archive: archiveOf(jobId),
    });
  });
  const api = new ApiClient({ token, server: server.url, onEvent, ...client });
  const data = {
    id: "batch-1",
    name: "raw",
    created: "2022-08-10T13:50:41.753000+00:00",
    job_runs: runs().map((run) => ({ ...run, is_preview: false, param_values: {} })),
  };
  return { batch: new Batch({ client: api, space: new ParameterSpace(TOY), data }), server, client: api };
}
