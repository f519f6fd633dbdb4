import { chiSquaredTest } from "../association/chi-squared-test.ts";
import { cramersV } from "../association/cramers-v.ts";
import { meanAndSquares } from "../tests/mean-and-squares.ts";
import type { DriftSettings } from "./drift-options.ts";
import type { DriftRow } from "./drift-row.ts";
import { jensenShannonDistance } from "./jensen-shannon-distance.ts";
import { populationStabilityIndex } from "./population-stability-index.ts";

/** Counts by value in two tables. */
export interface TwoCounts {
  reference: ReadonlyMap<unknown, number>;
  current: ReadonlyMap<unknown, number>;
}

/** Up to how many reference values a test decides, and above that a distance: as Evidently does. */
export const MAX_ROWS_OF_TEST = 1000;

/** Compares columns of texts or truth values, each of which has values. */
export function compareLevels(
  counts: TwoCounts,
  { settings, numbers }: { settings: DriftSettings; numbers: readonly [Float64Array, Float64Array] | null },
): Partial<DriftRow> {
  const table = alignCounts(counts);
  const { pValue, count: all } = chiSquaredTest(table);
  const currentCount = table[1].reduce((sum, count) => sum + count, 0);
  const automatic = all - currentCount <= MAX_ROWS_OF_TEST ? "chi_squared" : "jensen_shannon";
  const test = settings.categoricalTest === "auto" ? automatic : settings.categoricalTest;
  const distances = levelDistances(table);
  return {
    ...distances,
    test,
    statistic: test === "chi_squared" ? distances.chi_squared : distances.js_distance,
    p_value: pValue,
    effect: "cramers_v",
    effect_size: cramersV(table) ?? 0,
    mean_reference: numbers === null ? null : meanAndSquares(numbers[0]).mean,
    mean_current: numbers === null ? null : meanAndSquares(numbers[1]).mean,
  };
}

/** The counts of the same levels in both: a level that one lacks has 0. */
export function alignCounts({ reference, current }: TwoCounts): [Float64Array, Float64Array] {
  const levels = [...new Set([...reference.keys(), ...current.keys()])];
  const align = (counts: ReadonlyMap<unknown, number>) =>
    Float64Array.from(levels, (level) => counts.get(level) ?? 0);
  return [align(reference), align(current)];
}

/** How far two lists of counts of the same levels are apart. */
export function levelDistances(
  table: readonly [Float64Array, Float64Array],
): Pick<DriftRow, "js_distance" | "psi" | "chi_squared"> & { chi_squared: number } {
  const [reference, current] = table;
  return {
    js_distance: jensenShannonDistance(reference, current),
    psi: populationStabilityIndex(reference, current),
    chi_squared: chiSquaredTest(table).statistic ?? 0,
  };
}
