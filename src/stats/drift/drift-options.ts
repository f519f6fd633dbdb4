import { checkOptionNames } from "../../util/check-option-names.ts";
import { type Correction, checkCorrection } from "../tests/adjust-p-values.ts";

/** How two columns are compared: by the p-value of a test, or by a distance. */
export type DriftTest = "ks" | "chi_squared" | "wasserstein" | "jensen_shannon";

/** Options of {@link compareDistributions}. */
export interface CompareDistributionsOptions {
  /** The columns to compare. @default all that either table has, but the keys */
  columns?: readonly string[] | undefined;
  /**
   * Columns that name rows and batches, which are not compared unless `columns` names them.
   * @default job_id, batch_id, batch_name, design_row, image_id, annotation_id
   */
  keys?: readonly string[] | undefined;
  /** The test of columns of numbers. @default "auto", which depends on the number of reference values */
  numericTest?: "auto" | DriftTest | undefined;
  /** The test of columns of texts and truth values. @default "auto", which depends on the number of reference values */
  categoricalTest?: "auto" | "chi_squared" | "jensen_shannon" | undefined;
  /**
   * Below which corrected p-value (`ks`, `chi_squared`), or from which distance, a column has drifted.
   * @default { ks: 0.05, chi_squared: 0.05, wasserstein: 0.1, jensen_shannon: 0.1 }
   */
  thresholds?: Partial<Readonly<Record<DriftTest, number>>> | undefined;
  /** The share of drifted columns from which the whole has drifted. @default 0.5 */
  minDriftedShare?: number | undefined;
  /** How p-values are corrected for the number of columns. @default "holm" */
  correction?: Correction | undefined;
  /** How many bins of reference values `js_distance` and `psi` of numbers aim at. @default 10 */
  bins?: number | undefined;
  /** The most different texts of a column that is compared. @default 200 */
  maxLevels?: number | undefined;
}

/** The options with their defaults. */
export interface DriftSettings {
  numericTest: "auto" | DriftTest;
  categoricalTest: "auto" | "chi_squared" | "jensen_shannon";
  thresholds: Readonly<Record<DriftTest, number>>;
  minDriftedShare: number;
  correction: Correction;
  bins: number;
  maxLevels: number;
}

const THRESHOLDS: Readonly<Record<DriftTest, number>> = {
  ks: 0.05,
  chi_squared: 0.05,
  wasserstein: 0.1,
  jensen_shannon: 0.1,
};
const OF_NUMBERS = ["auto", "ks", "chi_squared", "wasserstein", "jensen_shannon"] as const;
const OF_LEVELS = ["auto", "chi_squared", "jensen_shannon"] as const;

/**
 * Completes and checks options.
 *
 * @throws {TypeError} When there is an option of another name.
 * @throws {RangeError} When an option's value is none of those wanted.
 */
export function driftSettings(options: CompareDistributionsOptions): DriftSettings {
  const { columns, keys, ...others } = options;
  const settings: DriftSettings = {
    numericTest: options.numericTest ?? "auto",
    categoricalTest: options.categoricalTest ?? "auto",
    thresholds: { ...THRESHOLDS },
    minDriftedShare: options.minDriftedShare ?? 0.5,
    correction: options.correction ?? "holm",
    bins: options.bins ?? 10,
    maxLevels: options.maxLevels ?? 200,
  };
  checkOptionNames(others, Object.keys(settings));
  checkOneOf("numericTest", settings.numericTest, OF_NUMBERS);
  checkOneOf("categoricalTest", settings.categoricalTest, OF_LEVELS);
  checkCorrection(settings.correction);
  checkWithin("minDriftedShare", settings.minDriftedShare, [0, 1]);
  checkWithin("bins", settings.bins, [2, 1000]);
  checkWithin("maxLevels", settings.maxLevels, [2, Number.POSITIVE_INFINITY]);
  return { ...settings, thresholds: completeThresholds(options.thresholds ?? {}) };
}

function completeThresholds(given: Partial<Readonly<Record<DriftTest, number>>>): Record<DriftTest, number> {
  checkOptionNames(given, Object.keys(THRESHOLDS));
  const thresholds: Record<DriftTest, number> = { ...THRESHOLDS };
  for (const test of Object.keys(THRESHOLDS) as DriftTest[]) {
    thresholds[test] = given[test] ?? THRESHOLDS[test];
    const isP = test === "ks" || test === "chi_squared";
    checkWithin(`thresholds.${test}`, thresholds[test], [0, isP ? 1 : Number.POSITIVE_INFINITY]);
  }
  return thresholds;
}

function checkOneOf(name: string, value: string, known: readonly string[]): void {
  if (!known.includes(value))
    throw new RangeError(`${name} must be one of ${known.join(", ")}, got ${value}`);
}

function checkWithin(name: string, value: number, [min, max]: readonly [number, number]): void {
  if (value >= min && value <= max) return;
  const range = max === Number.POSITIVE_INFINITY ? `from ${min}` : `from ${min} to ${max}`;
  throw new RangeError(`${name} must be a number ${range}, got ${value}`);
}
