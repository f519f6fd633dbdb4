import type { Part } from "./part.ts";

/** The jobs whose rows a file holds, as manifests list them: runs of jobs by the place of the first, and each one's rows. */
export type JobRuns = readonly (readonly [first: number, rows: readonly number[]])[];

/** The jobs of a file by their places in a list of jobs. A text for each job of each file would outgrow what a text can be. */
export function toJobRuns(jobs: Part["jobs"], places: ReadonlyMap<string, number>): JobRuns {
  const runs: [first: number, rows: number[]][] = [];
  for (const [jobId, rows] of jobs) {
    const place = places.get(jobId);
    if (place === undefined) throw new Error(`job "${jobId}" has rows and is not listed`);
    const run = runs.at(-1);
    if (run !== undefined && place === run[0] + run[1].length) run[1].push(rows);
    else runs.push([place, [rows]]);
  }
  return runs;
}

/** The jobs that {@link toJobRuns} listed. */
export function fromJobRuns(runs: JobRuns, jobIds: readonly string[]): Part["jobs"] {
  return runs.flatMap(([first, counts]) =>
    counts.map((rows, index) => {
      const jobId = jobIds[first + index];
      if (jobId === undefined) throw new RangeError(`there is no job ${first + index}`);
      return [jobId, rows] as const;
    }),
  );
}
