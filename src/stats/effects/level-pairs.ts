import type { Grouping } from "../least-squares/grouping.ts";
import { pairedTTest } from "../tests/paired-t-test.ts";
import { alikeRows } from "./alike-rows.ts";
import { baseDifferences } from "./base-differences.ts";
import type { Factor } from "./factor.ts";
import type { FactorData } from "./factor-data.ts";
import { hasSameLevels } from "./has-same-levels.ts";
import type { PairRow } from "./study-rows.ts";

/** How {@link levelPairs} compares levels. */
export interface LevelPairsOptions {
  /** The other factors of the study, with all rows of the table. */
  others: readonly Factor[];
  confidence: number;
}

const FALLBACK =
  "no base has jobs at two levels that are alike in the other factors: compares the means of all of its jobs at each level";

/**
 * The rows of a factor in `pairs`, before p-values are corrected: differences within a base among jobs that are alike in
 * the other factors or, where there are none, between means of the base.
 */
export function levelPairs(data: FactorData, { others, confidence }: LevelPairsOptions): PairRow[] {
  const [factor] = data.factors;
  if (factor === undefined || data.bases === null) return [];
  const { outcome, bases } = data;
  const { codes, levels } = factor;
  const held = others.map((other) => Int32Array.from(data.rows, (row) => other.codes[row] as number));
  const alike = alikeRows(
    bases,
    // What goes along with the factor cannot be held alike.
    held.filter((other) => !hasSameLevels(codes, other)),
  );
  const whole = alikeRows(bases, []);
  const isFallback = !hasTwoLevels(codes, alike) && hasTwoLevels(codes, whole);
  const compare = baseDifferences(
    { outcome, codes, levels: levels.length, bases: bases.count },
    isFallback ? whole : alike,
  );
  const scale = outcome.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
  return levels.flatMap((a, i) => {
    return levels.slice(i + 1).map((b, k): PairRow => {
      const { differences, incomplete } = compare(i, i + 1 + k);
      const { pValue, ...test } = pairedTTest(differences, { confidence, scale });
      return {
        factor: factor.name,
        level_a: a.text,
        level_b: b.text,
        ...test,
        incomplete,
        p_value: pValue,
        note: isFallback ? FALLBACK : null,
      };
    });
  });
}

/** Whether some group has rows at different levels. */
function hasTwoLevels(codes: Int32Array, groups: Grouping): boolean {
  const first = new Int32Array(groups.count).fill(-1);
  return codes.some((code, row) => {
    const group = groups.codes[row] as number;
    if (first[group] === -1) first[group] = code;
    return first[group] !== code;
  });
}
