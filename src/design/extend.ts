import type { ColumnTable } from "arquero";
import { isTable } from "../tables/is-table.ts";
import { checkCount } from "./check-count.ts";
import { latinHypercube } from "./methods/latin-hypercube.ts";
import type { SamplingMethod } from "./methods/sampling-method.ts";
import { planOf } from "./plans/provenance.ts";
import { sample } from "./sample.ts";

/** The method that goes on where a design of `n` rows ends. */
function goingOn(method: SamplingMethod | undefined, n: number): SamplingMethod | undefined {
  if (method === undefined || method.isExtensible || n === 0) return method;
  if (method.kind === "latinHypercube") return latinHypercube({ nestedFrom: n, ...method.args });
  throw new TypeError(`A design by ${method.kind}() cannot be extended: its rows need each other`);
}

/**
 * Adds rows to a sample: the rows that are there stay, in their places, and the design keeps its kind. A sequence goes
 * on (`random`, `sobol`, `halton`, also with `where`); a Latin hypercube becomes one of 2, 4, 8, … times as many rows.
 *
 * @param design A table that `sample` made, as it made it.
 * @param n The number of rows afterwards.
 * @throws {TypeError} When `sample` did not make the table, or its method has no more rows.
 * @throws {RangeError} When `n` is fewer rows than there are, or not a number of rows that the method can have.
 * @example
 * ```ts
 * const first = sample({ camera_height: uniform(0.1, 2.75) }, 64, { seed: 42, method: sobol() });
 * const more = extend(first, 128).slice(64); // the 64 rows to run next
 * ```
 */
export function extend(design: ColumnTable, n: number): ColumnTable {
  checkCount("n", n);
  const plan = isTable(design) ? planOf(design) : undefined;
  if (plan?.op !== "sample") {
    throw new TypeError("Only a table that sample() made, as it made it, can be extended");
  }
  if (n < plan.n) throw new RangeError(`A design of ${plan.n} rows cannot be extended to ${n}`);
  const method = goingOn(plan.method as SamplingMethod | undefined, plan.n);
  return sample(plan.columns as Parameters<typeof sample>[0], n, { ...plan, method });
}
