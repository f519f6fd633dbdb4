import { basename, join } from "node:path";
import type { Part } from "./part.ts";

/** A part that may come into the tables, as it is or changed. */
export interface Candidate {
  part: Part;
  /** The file. */
  source: string;
  /** What the file is called in its partition. */
  name: string;
}

/** The parts that are in the tables. */
export function oldCandidates(folder: string, parts: readonly Part[]): Candidate[] {
  return parts.map((part) => ({ part, source: join(folder, part.file), name: basename(part.file) }));
}

/** The parts of a group of jobs that was read. */
export function newCandidates(
  folder: string,
  parts: readonly Part[],
  { number, hash }: { number: number; hash: string },
): Candidate[] {
  return parts.map((part) => {
    const flush = Number(part.flush.split("-")[1]);
    return { part, source: join(folder, part.file), name: partFile(number, flush, hash) };
  });
}

/** A name for a file, by which files sort in the order in which jobs were read. */
export function partFile(group: number, flush: number, hash: string): string {
  return `part-${String(group).padStart(5, "0")}-${String(flush).padStart(3, "0")}-${hash.slice(0, 8)}.parquet`;
}

/** The name of a file that was made of another one. */
export function rewrittenName(name: string, hash: string): string {
  return name.replace(/[0-9a-f]{8}\.parquet$/, `${hash.slice(0, 8)}.parquet`);
}
