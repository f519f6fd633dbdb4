import type { ResolvedEmulatorOptions } from "../emulator-options.ts";
import { JobStore } from "./job-store.ts";
import { ownerOf } from "./owner-of.ts";

/** The store of each token, with the batches that were kept for it. */
export function openStores(options: ResolvedEmulatorOptions): Map<string, JobStore> {
  const kept = options.storage?.load() ?? [];
  return new Map(
    [...options.tokens].map(([token, quota]) => {
      const saved = kept.filter(({ owner }) => owner === ownerOf(token));
      return [token, new JobStore(options, { token, quota, saved })];
    }),
  );
}
