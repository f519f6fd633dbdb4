import { stat } from "node:fs/promises";
import { join } from "node:path";
import { mapConcurrently } from "../../util/map-concurrently.ts";
import type { Manifest } from "./manifest.ts";
import type { Part } from "./part.ts";

const CONCURRENCY = 32;

/** A manifest without the files that are not as it says. */
export interface WholeParts {
  manifest: Manifest;
  /** The jobs whose rows are lost with them. */
  lostJobs: ReadonlySet<string>;
  isWhole: boolean;
}

/** Looks which files of a manifest are there and have their sizes; somebody may have removed some. */
export async function dropLostParts(manifest: Manifest, folder: string): Promise<WholeParts> {
  const parts = manifest.tables.flatMap((table) => table.parts);
  const sizes = await mapConcurrently(parts, ({ file }) => sizeOf(join(folder, file)), {
    concurrency: CONCURRENCY,
  });
  const lost = new Set<Part>(parts.filter(({ bytes }, i) => sizes[i] !== bytes));
  const tables = manifest.tables.map((table) => {
    return { ...table, parts: table.parts.filter((part) => !lost.has(part)) };
  });
  const lostJobs = new Set([...lost].flatMap(({ jobs }) => jobs.map(([jobId]) => jobId)));
  return { manifest: { ...manifest, tables }, lostJobs, isWhole: lost.size === 0 };
}

function sizeOf(path: string): Promise<number | null> {
  return stat(path).then(
    ({ size }) => size,
    () => null,
  );
}
