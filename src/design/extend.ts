import type { ColumnTable } from "arquero";
import { isTable } from "../tables/is-table.ts";
import { checkCount } from "./check-count.ts";
import { latinHypercube } from "./methods/latin-hypercube.ts";
import type { SamplingMethod } from "./methods/sampling-method.ts";
import type { SensitivityPlan } from "./plans/plan.ts";
import { planOf } from "./plans/provenance.ts";
import { sample } from "./sample.ts";
import { blockSize } from "./sensitivity/blocks.ts";
import { morris } from "./sensitivity/morris.ts";
import { saltelli } from "./sensitivity/saltelli.ts";

/** The method that goes on where a design of `n` rows ends. */
function goingOn(method: SamplingMethod | undefined, n: number): SamplingMethod | undefined {
  if (method === undefined || method.isExtensible || n === 0) return method;
  if (method.kind === "latinHypercube") return latinHypercube({ nestedFrom: n, ...method.args });
  throw new TypeError(`A design by ${method.kind}() cannot be extended: its rows need each other`);
}

/** A sensitivity design of more blocks. */
function moreBlocks(plan: SensitivityPlan, n: number): ColumnTable {
  const size = blockSize(plan);
  if (n % size !== 0) {
    throw new RangeError(`A design by ${plan.op}() has blocks of ${size} rows, so it cannot have ${n}`);
  }
  const columns = plan.columns as Parameters<typeof sample>[0];
  const { op, seed } = plan;
  if (op === "morris") return morris(columns, n / size, { seed, levels: plan.levels });
  return saltelli(columns, n / size, { seed, secondOrder: plan.secondOrder, scramble: plan.scramble });
}

/**
 * Adds rows to a sample: the rows that are there stay, in their places, and the design keeps its kind. A sequence goes
 * on (`random`, `sobol`, `halton`, also with `where`); a Latin hypercube becomes one of 2, 4, 8, … times as many rows; a
 * design for `sensitivity` gets more blocks.
 *
 * @param design A table that `sample`, `saltelli` or `morris` made, as it made it.
 * @param n The number of rows afterwards.
 * @throws {TypeError} When none of these made the table, or its method has no more rows.
 * @throws {RangeError} When `n` is fewer rows than there are, or not a number of rows that the method can have.
 * @example
 * ```ts
 * const first = sample({ camera_height: uniform(0, 2) }, 4, { seed: 42, method: sobol() });
 * first.array("camera_height"); // [0, 1, 1.5, 0.5]
 * extend(first, 8).slice(4).array("camera_height"); // [0.75, 1.75, 1.25, 0.25]
 * ```
 */
export function extend(design: ColumnTable, n: number): ColumnTable {
  checkCount("n", n);
  const plan = isTable(design) ? planOf(design) : undefined;
  if (plan?.op !== "sample" && plan?.op !== "saltelli" && plan?.op !== "morris") {
    throw new TypeError(
      "Only a table that sample(), saltelli() or morris() made, as it made it, can be extended",
    );
  }
  const rows = design.numRows();
  if (n < rows) throw new RangeError(`A design of ${rows} rows cannot be extended to ${n}`);
  if (plan.op !== "sample") return moreBlocks(plan, n);
  const method = goingOn(plan.method as SamplingMethod | undefined, plan.n);
  return sample(plan.columns as Parameters<typeof sample>[0], n, { ...plan, method });
}
