import { pt } from "lib-r-math.js";
import { fQuantile } from "../distributions/f-quantile.ts";
import { fUpperTail } from "../distributions/f-upper-tail.ts";
import { tQuantile } from "../distributions/t-quantile.ts";
import type { DesignPower } from "./power-options.ts";

/** A test's degrees of freedom and noncentrality λ. */
interface Noncentral {
  df1: number;
  df2: number;
  ncp: number;
}

/** The test of a design with so many jobs. */
function noncentral({ effect, levels, paired }: DesignPower, jobs: number): Noncentral {
  const { kind, value } = effect;
  if (kind === "r") return { df1: 1, df2: jobs - 2, ncp: (jobs * value * value) / (1 - value * value) };
  if (kind === "d") {
    const pairs = Math.floor(jobs / 2);
    if (paired) return { df1: 1, df2: pairs - 1, ncp: pairs * value * value };
    return { df1: 1, df2: jobs - 2, ncp: ((pairs * (jobs - pairs)) / jobs) * value * value };
  }
  const squared = kind === "f" ? value * value : value / (1 - value);
  if (!paired) return { df1: levels - 1, df2: jobs - levels, ncp: jobs * squared };
  const bases = Math.floor(jobs / levels);
  return { df1: levels - 1, df2: (bases - 1) * (levels - 1), ncp: bases * levels * squared };
}

/** Noncentralities from here on are all found, and whole numbers are told apart below. */
const SURELY_FOUND = 1e15;

/** The chance that a test finds the effect; null where so few jobs allow no test. */
export function powerOf(design: DesignPower, jobs: number): number | null {
  const { df1, df2, ncp: exact } = noncentral(design, jobs);
  if (df2 < 1) return null;
  const ncp = Math.min(exact, SURELY_FOUND);
  const { alpha, sides } = design;
  if (sides === 2) return fUpperTail(fQuantile(alpha, { df1, df2 }), { df1, df2, ncp });
  const critical = alpha <= 0.5 ? tQuantile(2 * alpha, df2) : -tQuantile(2 - 2 * alpha, df2);
  return Math.min(pt(critical, df2, Math.sqrt(ncp), false), 1);
}
