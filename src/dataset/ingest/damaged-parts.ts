import { stat } from "node:fs/promises";
import { join } from "node:path";
import { mapConcurrently } from "../../util/map-concurrently.ts";
import type { Manifest } from "./manifest.ts";
import type { Part } from "./part.ts";

const CONCURRENCY = 16;

/** The files of an ingest that are gone, or not as long as they were written. */
export async function damagedParts(folder: string, { tables }: Manifest): Promise<Set<Part>> {
  const parts = tables.flatMap((table) => table.parts);
  const sizes = await mapConcurrently(
    parts,
    async ({ file }) => (await stat(join(folder, file)).catch(() => null))?.size,
    { concurrency: CONCURRENCY },
  );
  return new Set(parts.filter(({ bytes }, i) => sizes[i] !== bytes));
}

/** What an ingest has written, without some of its files. */
export function withoutParts(manifest: Manifest, parts: ReadonlySet<Part>): Manifest {
  const tables = manifest.tables.map((table) => ({
    ...table,
    parts: table.parts.filter((part) => !parts.has(part)),
  }));
  return { ...manifest, tables };
}
