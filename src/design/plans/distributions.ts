import { didYouMean } from "../../util/did-you-mean.ts";
import { type Derived, derive } from "../conditions/derive.ts";
import { beta } from "../distributions/beta.ts";
import { choice } from "../distributions/choice.ts";
import { constant } from "../distributions/constant.ts";
import type { Distribution } from "../distributions/distribution.ts";
import { empirical } from "../distributions/empirical.ts";
import { integers } from "../distributions/integers.ts";
import { logNormal } from "../distributions/log-normal.ts";
import { logUniform } from "../distributions/log-uniform.ts";
import { normal } from "../distributions/normal.ts";
import { triangular } from "../distributions/triangular.ts";
import { truncatedNormal } from "../distributions/truncated-normal.ts";
import { uniform } from "../distributions/uniform.ts";
import { weibull } from "../distributions/weibull.ts";
import type { DistributionPlan } from "./plan.ts";

/** The distributions that a plan can name, by their functions. */
export const DISTRIBUTIONS: ReadonlyMap<string, (...args: never[]) => Distribution> = new Map(
  Object.entries({
    beta,
    choice,
    constant,
    empirical,
    integers,
    logNormal,
    logUniform,
    normal,
    triangular,
    truncatedNormal,
    uniform,
    weibull,
  }),
);

/**
 * A column's distribution or derivation from its plan.
 *
 * @throws {RangeError} When there is no distribution of that kind.
 * @throws {TypeError} When it is not of the form of one.
 */
export function toDistribution(plan: Distribution | DistributionPlan | Derived): Distribution | Derived {
  if (typeof plan !== "object" || plan === null) {
    throw new TypeError(`A column of a plan must be { kind, args }, got ${JSON.stringify(plan)}`);
  }
  if ("quantile" in plan) return plan;
  if (plan.kind === "derive") {
    const { compute } = plan as Derived;
    if (typeof compute === "string" || typeof compute === "function") return derive(compute);
    throw new TypeError('A column of a plan with the kind "derive" needs "compute", an expression');
  }
  const make = DISTRIBUTIONS.get(plan.kind);
  if (make === undefined) {
    const hint = didYouMean(String(plan.kind), DISTRIBUTIONS.keys());
    throw new RangeError(`There is no distribution "${plan.kind}"${hint}`);
  }
  const { args } = plan as DistributionPlan;
  if (Array.isArray(args)) return make(...(args as never[]));
  throw new TypeError(`A column of a plan with the kind "${plan.kind}" needs "args", a list`);
}
