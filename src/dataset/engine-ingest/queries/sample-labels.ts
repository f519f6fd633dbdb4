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
/** So many characters of each kind of files are looked into. */
const MOST = 2 ** 26;

/** Looks into some of the files to find what fields they have, so that all can be read with one schema. */
export async function sampleLabels(
  engine: Engine,
  files: SampledFiles,
  { polygons, sample = 200, signal }: SampleLabelsOptions,
): Promise<LabelPlan> {
  const texts = (all: readonly string[]): Promise<string[]> => readTexts(engine, spread(all, sample), signal);
  const [labels, motion] = [await texts(files.labels), await texts(files.motion)];
  const isOfAll = labels.length === files.labels.length;
  return planLabels({ labels, motion }, { polygons, isOfAll });
}

/** The texts of files, in their order, as many as there is room for. */
async function readTexts(
  engine: Engine,
  files: readonly string[],
  signal: AbortSignal | undefined,
): Promise<string[]> {
  if (files.length === 0) return [];
  await engine.registerDataset({ [TABLE]: { format: "text", files } }, { signal });
  const sizes = await pairs<number>(engine, `SELECT file, length(content) AS value FROM ${TABLE}`, signal);
  const chosen = withinBounds(files, sizes);
  await engine.registerDataset({ [TABLE]: { format: "text", files: chosen } }, { signal });
  const texts = await pairs<string>(engine, `SELECT file, content AS value FROM ${TABLE}`, signal);
  return chosen.map((file) => texts.get(file) ?? "");
}

async function pairs<T>(
  engine: Engine,
  query: string,
  signal: AbortSignal | undefined,
): Promise<Map<string, T>> {
  const table = await engine.query(query, undefined, { signal }).toTable();
  const rows = table.objects() as { file: string; value: T }[];
  return new Map(rows.map(({ file, value }) => [file, value]));
}

/** Files of no more than {@link MOST} characters in all, but at least the smallest one. */
function withinBounds(files: readonly string[], sizes: ReadonlyMap<string, number>): string[] {
  const sizeOf = (file: string): number => sizes.get(file) ?? 0;
  const total = files.reduce((sum, file) => sum + sizeOf(file), 0);
  const step = Math.ceil(total / MOST);
  let room = MOST;
  const chosen = files.filter((file, index) => {
    const fits = (step < 2 || index % step === 0) && sizeOf(file) <= room;
    if (fits) room -= sizeOf(file);
    return fits;
  });
  if (chosen.length > 0) return chosen;
  return [files.reduce((least, file) => (sizeOf(file) < sizeOf(least) ? file : least))];
}

/** Some of the files, spread evenly, in their order. */
function spread(files: readonly string[], count: number): readonly string[] {
  if (files.length <= count) return files;
  return Array.from({ length: count }, (_, place) => files[Math.floor((place * files.length) / count)] ?? "");
}
