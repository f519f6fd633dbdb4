import type { ParamInfo } from "../../params/job-params.ts";
import { choice } from "../distributions/choice.ts";
import type { Distribution } from "../distributions/distribution.ts";
import { integers } from "../distributions/integers.ts";
import { uniform } from "../distributions/uniform.ts";

/**
 * The values that a parameter may take, spread evenly: over its choices, else from min to max for numbers.
 * Null where the parameter has neither, so that only its default is known to be good.
 */
export function spaceDistribution({ type, options }: ParamInfo): Distribution | null {
  const { min, max, choices } = options ?? {};
  if (choices !== undefined) return choice(choices);
  if (min === undefined || max === undefined) return null;
  if (type === "int") return integers(min, max);
  return type === "float" ? uniform(min, max) : null;
}
