import { join } from "node:path";
import seedrandom from "seedrandom";
import { expect } from "vitest";
import type { IngestOptions } from "../../../src/dataset/ingest/ingest-options.ts";
import { sleep } from "../../../src/util/sleep.ts";
import { treeOf } from "../../faults/util/tree-of.ts";
import { temporaryFolder } from "../../util/temporary-folder.ts";
import { ingestInChild } from "./ingest-in-child.ts";

/** How often ingests are killed. */
export interface KillOptions {
  kills: number;
  /** Decides the moments. */
  seed: string;
  options: Omit<IngestOptions, "signal" | "onProgress">;
  /** Makes a folder what it is before the ingest that is killed. */
  before?: (out: string) => Promise<void>;
  /** Called after each kill: what is there is never half of something. */
  onKill?: (out: string) => Promise<void>;
}

/**
 * Kills ingests at random moments, again and again into the same folder until one comes to its end, whose tree must be
 * that of an ingest that nobody disturbed; and so on in new folders.
 */
export async function killIngests(
  folder: string,
  { kills, seed, options, before, onKill }: KillOptions,
): Promise<void> {
  const random = seedrandom(seed);
  const parent = await temporaryFolder();
  const clean = join(parent, "clean");
  await before?.(clean);
  const start = performance.now();
  expect(await ingestInChild(folder, clean, options).outcome).toMatchObject({ error: null, signal: null });
  const cleanMs = performance.now() - start;
  const tree = await treeOf(clean);
  for (let killed = 0, number = 0; killed < kills; number++) {
    const out = join(parent, String(number));
    await before?.(out);
    for (let isEnded = false; !isEnded; ) {
      const child = ingestInChild(folder, out, options);
      await child.begun;
      if (killed < kills) {
        await Promise.race([sleep(random() * cleanMs), child.outcome]);
        child.process.kill("SIGKILL");
      }
      const { signal, error } = await child.outcome;
      expect(error).toBeNull();
      isEnded = signal === null;
      if (isEnded) continue;
      killed++;
      await onKill?.(out);
    }
    expect(await treeOf(out)).toEqual(tree);
  }
}
