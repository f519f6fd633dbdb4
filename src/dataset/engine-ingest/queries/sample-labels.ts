import type { Engine } from "../../../engine/engine.ts";
import type { LabelPlan } from "./label-plan.ts";

/** The files to look into, as the engine reaches them. */
export interface SampledFiles {
  labels: readonly string[];
  motion: readonly string[];
}

/** Options of {@link sampleLabels}. */
export interface SampleLabelsOptions {
  /** Whether segmentations are to be read. */
  polygons: boolean;
  /**
   * How many files of each kind are looked into at most, spread evenly over all.
   * @default 200
   */
  sample?: number | undefined;
  signal?: AbortSignal | undefined;
}

/** Looks into some of the files to find what fields they have, so that all can be read with one schema. */
export async function sampleLabels(
  engine: Engine,
  files: SampledFiles,
  options: SampleLabelsOptions,
): Promise<LabelPlan> {
  throw new Error(`${engine.name} ${files.labels.length} ${options.polygons}`);
}
