import { fUpperTail } from "../distributions/f-upper-tail.ts";

/** A sum of squares with its degrees of freedom. */
export interface SumOfSquares {
  squares: number;
  df: number;
}

/** What an F test finds. */
export interface FTest {
  /** The ratio of mean squares; Infinity where there is an effect and no error; null where there is neither. */
  f: number | null;
  pValue: number | null;
  /** η² = SS effect / (SS effect + SS error). */
  etaSquared: number | null;
  /** ω² = (SS effect - df effect · MS error) / (SS effect + (df error + 1) · MS error); below 0 where F is below 1. */
  omegaSquared: number | null;
}

/**
 * The F test of an effect against an error, with the effect sizes η² and ω² (Hays 1963; Olejnik and Algina 2003). Both
 * are shares of what effect and error vary together.
 *
 * @param noise Sums of squares up to this count as 0: see `roundingSquares`.
 */
export function fTest(effect: SumOfSquares, error: SumOfSquares, { noise }: { noise: number }): FTest {
  const between = effect.squares > noise ? effect.squares : 0;
  const within = error.squares > noise ? error.squares : 0;
  if (effect.df <= 0 || between + within === 0) {
    return { f: null, pValue: null, etaSquared: null, omegaSquared: null };
  }
  const etaSquared = between / (between + within);
  if (error.df <= 0) return { f: null, pValue: null, etaSquared, omegaSquared: null };
  const meanError = within / error.df;
  const f = between / effect.df / meanError;
  const omegaSquared = (between - effect.df * meanError) / (between + (error.df + 1) * meanError);
  return { f, pValue: fUpperTail(f, { df1: effect.df, df2: error.df }), etaSquared, omegaSquared };
}
