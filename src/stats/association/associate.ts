import type { AssociableColumn } from "./associable-column.ts";
import { averageRanks } from "./average-ranks.ts";
import { chiSquaredTest } from "./chi-squared-test.ts";
import { completePairs } from "./complete-pairs.ts";
import type { Correlation } from "./correlation.ts";
import { correlationRatio } from "./correlation-ratio.ts";
import { cramersV } from "./cramers-v.ts";
import { crossCounts } from "./cross-counts.ts";
import { correlatePairs, pearson, toCorrelation } from "./pearson.ts";
import { dotProduct } from "./unit-vector.ts";

/** A measure of how strongly two columns go together. */
export type AssociationMeasure = "pearson" | "spearman" | "cramers_v" | "correlation_ratio";

/** Two columns by one measure. */
export interface Association extends Correlation {
  measure: AssociationMeasure;
}

/** The measures that fit two columns. */
export function associate(a: AssociableColumn, b: AssociableColumn): Association[] {
  if (a.whole !== null && b.whole !== null) {
    const count = a.whole.numbers.length;
    return [
      { measure: "pearson", ...toCorrelation(dotProduct(a.whole.numbers, b.whole.numbers), count) },
      { measure: "spearman", ...toCorrelation(dotProduct(a.whole.ranks, b.whole.ranks), count) },
    ];
  }
  if (a.numbers !== null && b.numbers !== null) {
    return [
      { measure: "pearson", ...pearson(a.numbers, b.numbers) },
      { measure: "spearman", ...rankCorrelation(a, b) },
    ];
  }
  if (a.levels !== null && b.levels !== null) {
    const counts = crossCounts(a.levels, b.levels);
    const { pValue, count } = chiSquaredTest(counts);
    return [{ measure: "cramers_v", value: cramersV(counts), pValue, count }];
  }
  const numbers = a.numbers ?? b.numbers;
  const levels = a.numbers === null ? a.levels : b.levels;
  if (numbers === null || levels === null) return [];
  return [{ measure: "correlation_ratio", ...correlationRatio(numbers, levels.codes) }];
}

/** Spearman's correlation, with the order of each column at hand: rows that lack the other value are passed over. */
function rankCorrelation(a: AssociableColumn, b: AssociableColumn): Correlation {
  const ranks = (of: AssociableColumn, other: AssociableColumn): Float64Array => {
    const theirs = other.numbers as Float64Array;
    const order = of.order.filter((place) => Number.isFinite(theirs[place]));
    return averageRanks(of.numbers as Float64Array, order);
  };
  return correlatePairs(completePairs(ranks(a, b), ranks(b, a)));
}
