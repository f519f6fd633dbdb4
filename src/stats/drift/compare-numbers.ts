import { chiSquaredTest } from "../association/chi-squared-test.ts";
import { countNumbers } from "../columns/column-values.ts";
import { commonUnit } from "../tests/common-unit.ts";
import { meanAndSquares } from "../tests/mean-and-squares.ts";
import { cohensD } from "./cohens-d.ts";
import { alignCounts, levelDistances, MAX_ROWS_OF_TEST } from "./compare-levels.ts";
import type { DriftSettings, DriftTest } from "./drift-options.ts";
import type { DriftRow } from "./drift-row.ts";
import { ksOfSorted } from "./ks-test.ts";
import { binCounts, referenceEdges } from "./reference-bins.ts";
import { wassersteinOfSorted } from "./wasserstein-distance.ts";

/** Up to how many different reference values numbers count as levels: as Evidently does. */
const MAX_FEW = 5;

/** The least standard deviation by which a distance is divided: as Evidently does. */
const MIN_SPREAD = 0.001;

/** Compares columns of numbers, ascending, each of which has values. */
export function compareNumbers(
  reference: Float64Array,
  current: Float64Array,
  settings: DriftSettings,
): Partial<DriftRow> {
  const unit = commonUnit(reference, current);
  if (unit === 1) return compareIn(1, [reference, current], settings);
  const inUnit = (values: Float64Array) => values.map((value) => value / unit);
  return compareIn(unit, [inUnit(reference), inUnit(current)], settings);
}

/** Compares numbers that are given in some unit. */
function compareIn(
  unit: number,
  [reference, current]: readonly [Float64Array, Float64Array],
  settings: DriftSettings,
): Partial<DriftRow> {
  const isFew = hasFew(reference);
  const automatic = automaticTest(reference.length, isFew);
  const test = settings.numericTest === "auto" ? automatic : settings.numericTest;
  const byLevel = isFew || test === "chi_squared";
  const table = byLevel
    ? alignCounts({ reference: countNumbers(reference), current: countNumbers(current) })
    : binned(reference, current, settings.bins);
  const distances = levelDistances(table);
  const { statistic: ks, pValue } = ksOfSorted(reference, current);
  const wasserstein = wassersteinOfSorted(reference, current) as number;
  const [was, is] = [meanAndSquares(reference), meanAndSquares(current)];
  const spread = Math.sqrt(was.squares / Math.max(reference.length, 1));
  const normed = wasserstein / Math.max(spread, MIN_SPREAD / unit);
  const statistics: Record<DriftTest, number | null> = {
    ks,
    chi_squared: distances.chi_squared,
    wasserstein: normed,
    jensen_shannon: distances.js_distance,
  };
  const byCounts = byLevel && test !== "ks" && test !== "wasserstein";
  return {
    ...distances,
    chi_squared: byLevel ? distances.chi_squared : null,
    test,
    statistic: statistics[test],
    p_value: byCounts ? chiSquaredTest(table).pValue : pValue,
    ks,
    wasserstein: wasserstein * unit,
    wasserstein_normed: normed,
    effect: "cohens_d",
    effect_size: cohensD(reference, current),
    mean_reference: was.mean * unit,
    mean_current: is.mean * unit,
  };
}

function automaticTest(rows: number, isFew: boolean): DriftTest {
  if (rows <= MAX_ROWS_OF_TEST) return isFew ? "chi_squared" : "ks";
  return isFew ? "jensen_shannon" : "wasserstein";
}

function binned(reference: Float64Array, current: Float64Array, bins: number): [Float64Array, Float64Array] {
  const edges = referenceEdges(reference, bins);
  return [binCounts(reference, edges), binCounts(current, edges)];
}

function hasFew(sorted: Float64Array): boolean {
  let different = 0;
  for (let i = 0; i < sorted.length && different <= MAX_FEW; i++) {
    if (i === 0 || sorted[i] !== sorted[i - 1]) different++;
  }
  return different <= MAX_FEW;
}
