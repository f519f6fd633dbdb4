import { createHash } from "node:crypto";
import type { JobParams } from "../../api/wire-types.ts";

/** Jobs whose values are hashed together. */
const BLOCK = 256;

/** The jobs of one submission. */
export interface HashedJobs {
  /** The name of the generator. */
  generator: string;
  isPreview: boolean;
  /** Gone through once. */
  jobs: Iterable<JobParams>;
  /** The parameters that count; a server may add others. */
  names: readonly string[];
}

/** The SHA-256 hash of jobs: of their values in the order of the names, where null and nothing are the same. */
export function hashJobs({ generator, isPreview, jobs, names }: HashedJobs): string {
  const hash = createHash("sha256").update(JSON.stringify([generator, isPreview, names]));
  let block: unknown[] = [];
  for (const params of jobs) {
    block.push(names.map((name) => params[name] ?? null));
    if (block.length < BLOCK) continue;
    hash.update(JSON.stringify(block));
    block = [];
  }
  return hash.update(JSON.stringify(block)).digest("hex");
}
