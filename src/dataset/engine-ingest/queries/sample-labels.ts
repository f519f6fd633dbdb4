import type { Engine } from "../../../engine/engine.ts";
import type { LabelPlan } from "./label-plan.ts";
import { planLabels } from "./plan-labels.ts";

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

const TABLE = "label_sample";
/** So much text of each kind is looked into. */
const MOST = 2 ** 26;

/** Looks into some of the files to find what fields they have, so that all can be read with one schema. */
export async function sampleLabels(
  engine: Engine,
  files: SampledFiles,
  { polygons, sample = 200, signal }: SampleLabelsOptions,
): Promise<LabelPlan> {
  const texts = async (all: readonly string[]): Promise<string[]> => {
    return readTexts(engine, spread(all, sample), { signal });
  };
  return planLabels({ labels: await texts(files.labels), motion: await texts(files.motion) }, { polygons });
}

/** The texts of files, in their order, as many as fit. */
async function readTexts(
  engine: Engine,
  files: readonly string[],
  options: { signal: AbortSignal | undefined },
): Promise<string[]> {
  if (files.length === 0) return [];
  await engine.registerDataset({ [TABLE]: { format: "text", files } }, options);
  const sizes = new Map<string, number>();
  const asked = await engine
    .query(`SELECT file, octet_length(CAST(content AS ${engine.dialect.type("string")})) AS size FROM ${TABLE}`, undefined, options)
    .toTable();
  for (const { file, size } of asked.objects() as { file: string; size: number }[]) sizes.set(file, size);
  return files.filter((file) => sizes.has(file));
}

/** Some of the files, spread evenly, in their order. */
function spread(files: readonly string[], count: number): readonly string[] {
  if (files.length <= count) return files;
  return Array.from({ length: count }, (_, index) => files[Math.floor((index * files.length) / count)] as string);
}
