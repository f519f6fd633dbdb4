import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { RunningEmulator } from "../../src/emulator/index.ts";
import type { Batch, Dataset, Session } from "../../src/index.ts";
import { emulator, library } from "./library.ts";

const { cross, grid, openDataset, sample, uniform } = library;

/** The clock of the server stands still, so that its ids and dates are the same in every run. */
const NOW = Date.UTC(2026, 0, 15, 12);

const folder = once(() => mkdtemp(join(tmpdir(), "infinity-frames-examples-")));

// The batch is the first that the server sees, so that its results are the same whatever the examples send.
const started = once(async () => {
  const server = await emulator.startEmulator({ seed: 1, jobDurationMs: 0, now: () => NOW });
  const login = { server: server.url, token: server.token };
  const session = await library.Session.connect({ ...login, generator: "visionfit-v0.3.1" });
  const people = sample({ relative_height: uniform(-1, 1) }, 2, { seed: 1 });
  const views = grid({ scene: ["GYM_1", "BEDROOM_2"], camera_height: [0.5, 1, 1.5] });
  const short = grid({ frame_rate: [6], rel_baseline_speed: [3], image_width: [128], image_height: [128] });
  const design = cross(cross(people, views), short);
  return { server, session, batch: await session.submit(design, { batchName: "camera heights" }) };
});

const server = async () => (await started()).server;
const session = async () => (await started()).session;
const batch = async () => (await started()).batch;

const results = once(async () => {
  const path = join(await folder(), "results");
  await (await batch()).download(path);
  return path;
});

const dataset = once(async () => openDataset(await results()));

const tables = once(async () => {
  const path = join(await folder(), "tables");
  await (await dataset()).export(path);
  return path;
});

/** What an example may use without making it. */
export interface AmbientNames {
  server: RunningEmulator;
  session: Session;
  batch: Batch;
  dataset: Dataset;
}

/** The {@link AmbientNames}, each made when the first example asks for it. */
export const ambient: { readonly [Name in keyof AmbientNames]: () => Promise<AmbientNames[Name]> } = {
  server,
  session,
  batch,
  dataset,
};

const folders = { results, tables };

/** The folders that an example finds in its own, where it names them. */
export const FOLDER_NAMES: readonly string[] = Object.keys(folders);

/** Puts copies of the folders that a text names into another. */
export async function copyNamedFolders(text: string, to: string): Promise<void> {
  for (const [name, make] of Object.entries(folders)) {
    if (new RegExp(`["'\`]${name}["'\`/]`).test(text))
      await cp(await make(), join(to, name), { recursive: true });
  }
}

/** Ends what was started. */
export async function closeAmbient(): Promise<void> {
  await (await server()).close();
  await rm(await folder(), { recursive: true, force: true });
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
