import { Uint8ArrayReader, Uint8ArrayWriter, ZipReader } from "@zip.js/zip.js";
import { createEmulator, type EmulatorOptions } from "../../src/emulator/index.ts";

// biome-ignore lint/suspicious/noExplicitAny: tests look into replies and files of every shape
export type Loose = any;

export interface Reply {
  status: number;
  body: Loose;
}

/** A submission's job as requests give it. */
export function job(name: string, params: Record<string, unknown> = {}, isPreview = false): object {
  return { name, is_preview: isPreview, param_values: params };
}

/** A server whose clock stands still until it is moved, and short ways to ask it. */
export function makeServer(options: EmulatorOptions = {}) {
  const clock = { ms: Date.UTC(2022, 7, 10, 13, 50, 41, 753) };
  const emulator = createEmulator({ now: () => clock.ms, ...options });
  async function ask(method: string, path: string, body?: unknown): Promise<Reply> {
    const response = await emulator.fetch(
      new Request(`http://emulator.test${path}`, {
        method,
        headers: { Authorization: `Token ${emulator.token}`, Accept: "application/json" },
        ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
      }),
    );
    return { status: response.status, body: await response.json() };
  }
  const get = (path: string): Promise<Reply> => ask("GET", path);
  const post = (path: string, body: unknown): Promise<Reply> => ask("POST", path, body);
  const submit = (...jobs: object[]): Promise<Reply> =>
    post("/api/batch/", { name: "batch", job_runs: jobs });
  /** Submits jobs, lets them finish and fetches their archives. */
  async function results(...jobs: object[]): Promise<Uint8Array[]> {
    const submitted = await submit(...jobs);
    if (submitted.status !== 201) throw new Error(submitted.body.detail);
    clock.ms += 1e6;
    const { body } = await get(`/api/batch/${submitted.body.id}/summary/`);
    const archives: Uint8Array[] = [];
    for (const { result_url } of body.job_runs) {
      const response = await emulator.fetch(new Request(result_url));
      archives.push(new Uint8Array(await response.arrayBuffer()));
    }
    return archives;
  }
  return { emulator, clock, ask, get, post, submit, results };
}

/** The files of a zip by path. */
export async function unzip(archive: Uint8Array): Promise<Map<string, Uint8Array>> {
  const reader = new ZipReader(new Uint8ArrayReader(archive));
  const files = new Map<string, Uint8Array>();
  for (const entry of await reader.getEntries()) {
    if (!entry.directory) files.set(entry.filename, await entry.getData(new Uint8ArrayWriter()));
  }
  return files;
}

/** The files of a result archive without their top folder. */
export async function resultFiles(archive: Uint8Array): Promise<Map<string, Uint8Array>> {
  const files = await unzip(archive);
  return new Map([...files].map(([path, data]) => [path.slice(path.indexOf("/") + 1), data]));
}

/** A JSON or text file of a result archive. */
export function textOf(files: Map<string, Uint8Array>, name: string): string {
  const data = files.get(name);
  if (!data) throw new Error(`No file ${name}`);
  return new TextDecoder().decode(data);
}

/** The label file of a result, by either of its names. */
export function labelsIn(files: Map<string, Uint8Array>): Loose {
  return JSON.parse(textOf(files, files.has("labels.json") ? "labels.json" : "video.rgb.json"));
}

/** The labels of a job of a fresh server. */
export async function labelsOf(
  params: object,
  { name = "visionfit-v0.3.1", server = makeServer() } = {},
): Promise<Loose> {
  const [archive] = await server.results(job(name, params as Record<string, unknown>));
  return labelsIn(await resultFiles(archive!));
}
