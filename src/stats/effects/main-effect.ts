import { fitWithin } from "../least-squares/fit-within.ts";
import { type Grouping, rowsOfGroups } from "../least-squares/grouping.ts";
import { type FTest, fTest } from "../tests/f-test.ts";
import { kruskalWallis } from "../tests/kruskal-wallis.ts";
import { linearTrend } from "../tests/linear-trend.ts";
import { oneWayAnova } from "../tests/one-way-anova.ts";
import { roundingSquares } from "../tests/rounding-squares.ts";
import { alignedRankTest } from "./aligned-rank-test.ts";
import type { FactorData } from "./factor-data.ts";
import { levelEffects } from "./level-effects.ts";
import { outcomesByLevel } from "./outcomes-by-level.ts";
import type { LevelRow, MainRow } from "./study-rows.ts";

/** The F test of a factor: between all jobs or, in a paired study, within bases. */
function varianceTest({ outcome, bases }: FactorData, levels: Grouping) {
  if (bases === null) {
    const anova = oneWayAnova(outcomesByLevel(outcome, levels));
    const error = { squares: anova.squaresWithin, df: anova.dfWithin };
    return { test: anova as FTest, dfBetween: anova.dfBetween, error, fit: null };
  }
  const fit = fitWithin(outcome, bases, [levels]);
  const test = fTest(fit.effect, fit.error, { noise: roundingSquares(outcome) });
  return { test, dfBetween: fit.effect.df, error: fit.error, fit };
}

/** A factor's row in `main` before p-values are corrected, and its rows in `levels`. */
export function mainEffect(
  data: FactorData,
  { confidence, missing }: { confidence: number; missing: number },
): { main: MainRow; levels: LevelRow[] } {
  const factor = data.factors[0];
  if (factor === undefined) throw new RangeError("A main effect needs a factor");
  const { outcome, bases } = data;
  const levels = { codes: factor.codes, count: factor.levels.length };
  const { test, dfBetween, error, fit } = varianceTest(data, levels);
  const groups = outcomesByLevel(outcome, levels);
  const { h, pValue: rankP } =
    bases === null ? kruskalWallis(groups) : alignedRankTest(outcome, bases, levels);
  const trend =
    factor.numbers === null
      ? null
      : linearTrend(
          { x: factor.numbers, y: outcome },
          {
            confidence,
            bases: bases === null ? undefined : rowsOfGroups(bases).filter((rows) => rows.length > 0),
          },
        );
  return {
    main: {
      factor: factor.name,
      ordered: factor.ordered,
      binned: factor.binned,
      levels: factor.levels.length,
      count: outcome.length,
      missing,
      f: test.f,
      df_between: dfBetween,
      df_within: Math.max(error.df, 0),
      p_value: test.pValue,
      eta_squared: test.etaSquared,
      omega_squared: test.omegaSquared,
      kruskal_h: h,
      kruskal_p: rankP,
      trend_slope: trend?.slope ?? null,
      trend_low: trend?.low ?? null,
      trend_high: trend?.high ?? null,
      trend_p: trend?.pValue ?? null,
      note: noteOf(data, test),
    },
    levels: levelEffects(factor, groups, { error, fit, confidence }),
  };
}

/** Why there is no F test, or null where there is one. */
function noteOf(
  { factors, outcome, bases, missingBase }: FactorData,
  { f, etaSquared }: FTest,
): string | null {
  const [factor] = factors;
  if (f !== null || factor === undefined) return null;
  if (outcome.length === 0) return missingBase ?? "no row has both an outcome and a level";
  if (factor.levels.length === 1) return `constant: ${factor.levels[0]?.text}`;
  if (outcome.every((value) => value === outcome[0])) return `the outcome is always ${outcome[0]}`;
  if (bases !== null && etaSquared === null) return "no base has jobs whose levels and outcomes differ";
  return etaSquared === null
    ? "the outcome does not vary beyond rounding"
    : "no level has jobs left to tell chance by";
}
