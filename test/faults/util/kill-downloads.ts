import { join } from "node:path";
import seedrandom from "seedrandom";
import { expect } from "vitest";
import { sleep } from "../../../src/util/sleep.ts";
import { type ChildDownload, downloadInChild } from "./download-in-child.ts";
import { emulatedBatch } from "./emulated-batch.ts";
import type { Spy } from "./fault-test.ts";
import { treeOf } from "./tree-of.ts";

/** How often downloads are killed, and of how many jobs. */
export interface KillOptions {
  jobs: number;
  kills: number;
  /** Decides the moments. */
  seed: string;
}

/** What came of it. */
export interface KillReport {
  /** Kills that hit a download before its end. */
  kills: number;
  /** Downloads that were then brought to their end, each compared with the clean one. */
  ends: number;
  /** How many jobs each of these downloads had finished, not counting those of earlier ones. */
  jobsDone: number[];
}

/**
 * Kills downloads at random moments, again and again in the same folder until one comes to its end, whose tree must be
 * that of a download that nobody disturbed; and so on in new folders.
 */
export async function killDownloads(spy: Spy, { jobs, kills, seed }: KillOptions): Promise<KillReport> {
  const { batch, emulator } = await emulatedBatch(spy, { jobs });
  const random = seedrandom(seed);
  const parent = await spy.folder();
  const task = { server: emulator.url, token: spy.token, batchId: batch.batchId };
  // The first download waits for results to be made, which later ones find ready.
  await timed({ ...task, folder: join(parent, "first") });
  const cleanMs = await timed({ ...task, folder: join(parent, "clean") });
  const clean = await treeOf(join(parent, "clean"));
  const report: KillReport = { kills: 0, ends: 0, jobsDone: [] };
  for (let number = 0; report.kills < kills || report.ends === 0; number++) {
    const folder = join(parent, String(number));
    for (let isEnded = false; !isEnded; ) {
      const child = downloadInChild({ ...task, folder });
      await child.begun;
      if (report.kills < kills) {
        await Promise.race([sleep(random() * cleanMs), child.outcome]);
        child.process.kill("SIGKILL");
      }
      const { signal, error, numDone, output } = await child.outcome;
      spy.saw(output);
      expect(error, output).toBeNull();
      isEnded = signal === null;
      if (isEnded) continue;
      report.kills++;
      report.jobsDone.push(numDone);
    }
    report.ends++;
    expect(await treeOf(folder)).toEqual(clean);
  }
  return report;
}

async function timed(task: ChildDownload): Promise<number> {
  const child = downloadInChild(task);
  await child.begun;
  const start = performance.now();
  const { error } = await child.outcome;
  expect(error).toBeNull();
  return performance.now() - start;
}
