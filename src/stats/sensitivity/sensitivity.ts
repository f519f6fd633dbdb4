import type { ColumnTable } from "arquero";
import { blockRows, blockSize } from "../../design/sensitivity/blocks.ts";
import { showingTables } from "../../display/tables-display.ts";
import { checkOptionNames } from "../../util/check-option-names.ts";
import { analyseBlocks } from "./analyse-blocks.ts";
import type { ResampleOptions } from "./block-resamples.ts";
import { collectOutcomes, type StudyOutcomes } from "./collect-outcomes.ts";
import { outcomesOfPart } from "./outcomes-of-part.ts";
import { resultNote } from "./result-note.ts";
import type { SensitivityResult } from "./sensitivity-result.ts";
import type { SensitivityDesign } from "./study-part.ts";
import { studyParts } from "./study-parts.ts";

/** Options of {@link sensitivity}. */
export interface SensitivityOptions extends ResampleOptions {
  /** The column of the results to explain: numbers or truth values. */
  outcome: string;
  /**
   * The design that the jobs were made of: the table that was submitted, its recipe, or a plan. Other operators may have
   * been at work on what `saltelli` or `morris` made: `fill`, `zip`, `cross`, `shuffle`, `batches` … For several tables of
   * results, a list of as many designs, as `batches` makes them; batches that were submitted apart count their rows apart.
   */
  design: SensitivityDesign | readonly SensitivityDesign[];
  /**
   * The results' column that tells the row of the design: the value of the design's column of that name, or where it has
   * none, the number of its row. @default `job_id` where both have it, else `design_row`, else rows in order
   */
  row?: string | undefined;
}

const OPTIONS = ["outcome", "design", "row", "resamples", "confidence", "seed"];

function needOutcomes({ whole, blocks, outcomes }: StudyOutcomes, { outcome, size }: Naming): void {
  if (whole.length > 0) return;
  const found = outcomes.filter((value) => !Number.isNaN(value)).length;
  throw new RangeError(
    `There is nothing to analyse: none of the ${blocks.length} blocks of ${size} rows has "${outcome}" for every row ` +
      `(${found} of ${blocks.length * size} rows have it); the jobs of a block must all be completed`,
  );
}

interface Naming {
  outcome: string;
  size: number;
}

/**
 * How much each parameter of a sensitivity design matters for an outcome of its jobs: Sobol' indices of a `saltelli`
 * design, elementary effects of a `morris` design. The jobs are joined to the rows of the design, so that their order does
 * not matter, and a block (a trajectory) that lacks a job or an outcome is left out as a whole: jobs that failed are
 * missing, have another `status` than `completed` or no finite outcome. Where that happens by chance, what is left is as good as a
 * smaller design; where some parameter makes jobs fail, it tells of the others only.
 *
 * Intervals are normal, `value ± z sd`, with the standard deviation (n - 1) over bootstrap samples of the blocks, as
 * SALib's `conf`. The formulas are told at `sobolIndices`, `morrisEffects` and `morrisIndices`. `note` warns where fewer than
 * 32 blocks (4 trajectories) were used, where Sobol' indices have intervals of more than ±0.5, and where S1 exceeds ST by
 * more than both intervals, as no true shares do. A constant outcome has indices of 0 and a note.
 *
 * Where a row of the design has several jobs, as after `cross(design, grid({ scene: [...] }))` or `repeat`, the mean of
 * their outcomes counts; filter the results to see one scene alone.
 *
 * @param results A row per job, such as the table `jobs` of a dataset, or several such tables, one for each of the designs.
 * @throws {TypeError} When the seed is left out and `resamples` is not 0, an option is unknown, the design knows of no
 * sensitivity design, nothing joins results and design, two results are of one row, or results have other parameters
 * than the design gave them.
 * @throws {RangeError} When there is no such column, no block is whole, or an option is out of its range.
 * @throws {RecipeError} When the design is a recipe that this version cannot follow.
 * @example
 * ```ts
 * const columns = { num_reps: integers(1, 10), rel_baseline_speed: uniform(0.5, 2), camera_height: uniform(1, 2) };
 * const design = saltelli(columns, 32, { seed: 42 });
 * // In place of jobs that were run: their frames, as the API estimates them.
 * const frames = await session.estimateSamples(design);
 * const results = design.assign(aq.table({ design_row: [...frames.keys()], num_frames: frames }));
 * const { indices } = sensitivity(results, { outcome: "num_frames", design, seed: 1 });
 * indices.select("parameter", "s1", "st").objects(); // [
 * //   { parameter: "num_reps", s1: 0.5728…, st: 0.6009… },
 * //   { parameter: "rel_baseline_speed", s1: 0.0921…, st: 0.4127… },
 * //   { parameter: "camera_height", s1: 0, st: 0 }
 * // ]
 * ```
 */
export function sensitivity(
  results: ColumnTable | readonly ColumnTable[],
  options: SensitivityOptions,
): SensitivityResult {
  checkOptionNames(options, OPTIONS);
  const { outcome, design, row, resamples, confidence, seed } = options;
  const parts = studyParts(results, design).map(({ results, part }) => {
    return { part, outcomes: outcomesOfPart(results, part, { outcome, row }) };
  });
  const { plan } = (parts[0] as (typeof parts)[number]).part;
  const size = blockSize(plan);
  const collected = collectOutcomes(parts);
  needOutcomes(collected, { outcome, size });
  const { outcomes, blocks, whole, jobs, jobsPerRow } = collected;
  const used = blockRows(whole, size);
  const isWhole = new Set(whole);
  const found = analyseBlocks(plan, collected, { resamples, confidence, seed });
  return showingTables({
    ...found,
    outcome,
    blocks: blocks.length,
    usedBlocks: whole.length,
    rows: jobs,
    usedRows: used.length * jobsPerRow,
    droppedBlocks: blocks.filter((block) => !isWhole.has(block)),
    missingRows: blockRows(blocks, size).filter((each) => Number.isNaN(outcomes[each])),
    note: resultNote({
      ...found,
      outcome,
      values: used.map((each) => outcomes[each] as number),
      usedBlocks: whole.length,
    }),
  });
}
