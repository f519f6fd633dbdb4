import { blockSize, countBlocks } from "../../design/sensitivity/blocks.ts";
import type { StudyPart } from "./study-part.ts";

/** The outcomes of a sensitivity design, row by row. */
export interface StudyOutcomes {
  /** The mean outcome of each row; `NaN` where one of its jobs has none. */
  outcomes: Float64Array;
  /** The number of jobs of the design. */
  jobs: number;
  /** The number of jobs of each row that `outcomes` has. */
  jobsPerRow: number;
  /** The blocks of which there are jobs, and those of them whose rows all have an outcome. */
  blocks: number[];
  whole: number[];
}

/**
 * Brings the outcomes of parts of a sensitivity design together. A row may have several jobs, as where the design was
 * crossed with scenes or repeated: their mean counts, but only of rows that have as many outcomes as any other, because a
 * mean without one of the scenes would be of something else.
 */
export function collectOutcomes(
  parts: readonly { part: StudyPart; outcomes: Float64Array }[],
): StudyOutcomes {
  const [first] = parts as [(typeof parts)[number]];
  const size = blockSize(first.part.plan);
  const count = countBlocks(first.part.plan) * size;
  const sums = new Float64Array(count);
  const found = new Int32Array(count);
  const jobs = new Int32Array(count);
  for (const { part, outcomes } of parts) {
    part.rows.forEach((row, place) => {
      if (row < 0) return;
      jobs[row] = (jobs[row] as number) + 1;
      const outcome = outcomes[place] as number;
      if (Number.isNaN(outcome)) return;
      sums[row] = (sums[row] as number) + outcome;
      found[row] = (found[row] as number) + 1;
    });
  }
  const most = found.reduce((a, b) => Math.max(a, b), 1);
  const outcomes = sums.map((sum, row) => (found[row] === most ? sum / most : Number.NaN));
  const blocks = Array.from({ length: count / size }, (_, block) => block).filter((block) => {
    return jobs.subarray(block * size, (block + 1) * size).some((number) => number > 0);
  });
  const whole = blocks.filter((block) => {
    return !outcomes.subarray(block * size, (block + 1) * size).some(Number.isNaN);
  });
  return { outcomes, jobs: jobs.reduce((a, b) => a + b, 0), jobsPerRow: most, blocks, whole };
}
