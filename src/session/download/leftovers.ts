import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { ArchivePart } from "./archive-part.ts";
import type { BatchPaths } from "./batch-paths.ts";

/** The file of a job's archive while it is fetched: of this owner of the lock alone. */
export function partPath({ temporary }: BatchPaths, name: string, ownerId: string): string {
  return join(temporary, `${name}.${ownerId}.part`);
}

const PART = /^(.+)\.[0-9a-f-]{36}\.part$/;

/**
 * Goes through what earlier downloads left behind: parts of archives that are wanted become this owner's, everything
 * else is removed at once. Whoever made it held the lock, which we hold now, so nobody needs it any more.
 *
 * @param names The names of the folders of the jobs that are to be downloaded.
 * @returns The parts by name.
 */
export async function takeLeftovers(
  paths: BatchPaths,
  names: ReadonlySet<string>,
  ownerId: string,
): Promise<Map<string, ArchivePart>> {
  const parts = new Map<string, ArchivePart>();
  for (const file of await readdir(paths.temporary)) {
    const name = PART.exec(file)?.[1];
    if (name === undefined || !names.has(name) || parts.has(name)) continue;
    const found = await ArchivePart.find(join(paths.temporary, file));
    if (found !== null) parts.set(name, await found.moveTo(partPath(paths, name, ownerId)));
  }
  for (const file of await readdir(paths.temporary)) {
    const isOurs = file.includes(ownerId) && PART.test(file.replace(/\.json$/, ""));
    if (!isOurs) await rm(join(paths.temporary, file), { recursive: true, force: true });
  }
  return parts;
}
