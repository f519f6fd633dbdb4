import type { SensitivityPlan } from "../plans/plan.ts";
import { saltelliBlockSize } from "./saltelli-layout.ts";
import { studiedColumns } from "./studied-columns.ts";

/** The number of rows that belong together: a block of a Saltelli design, a trajectory of a Morris design. */
export function blockSize(plan: SensitivityPlan): number {
  const parameters = studiedColumns(plan.columns).length;
  if (plan.op === "morris") return parameters + 1;
  return saltelliBlockSize({ parameters, secondOrder: plan.secondOrder ?? false });
}

/** The number of blocks or trajectories of a design. */
export function countBlocks(plan: SensitivityPlan): number {
  return plan.op === "morris" ? plan.trajectories : plan.n;
}

/** The rows of some blocks. */
export function blockRows(blocks: readonly number[], size: number): number[] {
  return blocks.flatMap((block) => Array.from({ length: size }, (_, place) => block * size + place));
}
