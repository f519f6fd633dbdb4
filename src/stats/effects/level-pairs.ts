import { pairedTTest } from "../tests/paired-t-test.ts";
import type { FactorData } from "./factor-data.ts";
import type { PairRow } from "./study-rows.ts";

/** The mean outcome of each base at each level, `NaN` where it has no job there. */
function meansByBase({ outcome, factors, bases }: FactorData): Float64Array[] {
  const codes = factors[0]?.codes ?? [];
  const numBases = bases?.count ?? 0;
  return Array.from(factors[0]?.levels ?? [], (_, level) => {
    const sums = new Float64Array(numBases);
    const counts = new Float64Array(numBases);
    outcome.forEach((value, row) => {
      if (codes[row] !== level) return;
      const base = bases?.codes[row] as number;
      sums[base] = (sums[base] as number) + value;
      counts[base] = (counts[base] as number) + 1;
    });
    return sums.map((sum, base) => sum / (counts[base] as number));
  });
}

/** The rows of a factor in `pairs`, before p-values are corrected. */
export function levelPairs(data: FactorData, confidence: number): PairRow[] {
  const [factor] = data.factors;
  const levels = factor?.levels ?? [];
  const means = meansByBase(data);
  const scale = data.outcome.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
  return levels.flatMap((a, i) => {
    return levels.slice(i + 1).map((b, k) => {
      const [first, second] = [means[i] ?? new Float64Array(0), means[i + 1 + k] ?? new Float64Array(0)];
      const differences = second.map((mean, base) => mean - (first[base] as number));
      const one = first.filter((mean, base) => Number.isNaN(mean) !== Number.isNaN(second[base])).length;
      const { pValue, ...test } = pairedTTest(differences, { confidence, scale });
      return {
        factor: factor?.name ?? "",
        level_a: a.text,
        level_b: b.text,
        ...test,
        incomplete: one,
        p_value: pValue,
      };
    });
  });
}
