import { isTable } from "../../tables/is-table.ts";
import { blockSize, countBlocks } from "../sensitivity/blocks.ts";
import { build } from "./build.ts";
import { checkPlan } from "./check-plan.ts";
import type { Plan, PlanInput } from "./plan.ts";

function product(counts: readonly number[]): number {
  return counts.reduce((total, count) => total * count, 1);
}

function countInput(input: PlanInput): number {
  return isTable(input) ? input.numRows() : countRows(input);
}

/**
 * The number of rows that a plan makes, counted without building it where that is possible: a plan with `dedupe` in
 * it must be built.
 *
 * @param plan A plan, which may come from JSON.
 * @throws {TypeError} When the plan has an unknown operator, lacks an argument, or has one that the operator does not.
 * @example
 * ```ts
 * countRows({ op: "grid", values: { scene: ["GYM_1", "BEDROOM_2"], num_reps: [1, 2, 3] } }); // 6
 * ```
 */
export function countRows(plan: Plan): number {
  checkPlan(plan);
  switch (plan.op) {
    case "sample":
    case "take":
      return plan.n;
    case "grid":
      return product(Object.values(plan.values).map(({ length }) => length));
    case "saltelli":
    case "morris":
      return countBlocks(plan) * blockSize(plan);
    case "table":
    case "dedupe":
      return build(plan).numRows();
  }
  const counts = plan.inputs.map(countInput);
  const [first = 0] = counts;
  switch (plan.op) {
    case "zip":
      return counts.find((count) => count !== 1) ?? first;
    case "cross":
    case "sweepFrom":
      return product(counts);
    case "concat":
      return counts.reduce((total, count) => total + count, 0);
    case "repeat":
      return first * plan.times;
    case "batches":
      return Math.min(plan.size, Math.max(0, first - plan.index * plan.size));
    case "fill":
    case "shuffle":
      return first;
  }
}
