import { didYouMean } from "../../util/did-you-mean.ts";
import { halton } from "../methods/halton.ts";
import { latinHypercube } from "../methods/latin-hypercube.ts";
import { random } from "../methods/random.ts";
import type { SamplingMethod } from "../methods/sampling-method.ts";
import { sobol } from "../methods/sobol.ts";
import { stratified } from "../methods/stratified.ts";
import type { MethodPlan } from "./plan.ts";

/** The sampling methods that a plan can name, by their functions. */
export const METHODS: ReadonlyMap<string, (options: never) => SamplingMethod> = new Map(
  Object.entries({ halton, latinHypercube, random, sobol, stratified }),
);

/**
 * A sampling method from its plan.
 *
 * @throws {RangeError} When there is no method of that kind.
 */
export function toMethod(plan: SamplingMethod | MethodPlan): SamplingMethod {
  if (typeof plan !== "object" || plan === null) {
    throw new TypeError(`The method of a plan must be { kind, args }, got ${JSON.stringify(plan)}`);
  }
  if ("streams" in plan) return plan;
  const make = METHODS.get(plan.kind);
  if (make !== undefined) return make((plan.args ?? {}) as never);
  throw new RangeError(
    `There is no sampling method "${plan.kind}"${didYouMean(String(plan.kind), METHODS.keys())}`,
  );
}
