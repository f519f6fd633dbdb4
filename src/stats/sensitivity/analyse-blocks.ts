import type { SensitivityPlan } from "../../design/plans/plan.ts";
import { blockRows, blockSize } from "../../design/sensitivity/blocks.ts";
import { morrisPoints } from "../../design/sensitivity/morris-points.ts";
import { studiedColumns } from "../../design/sensitivity/studied-columns.ts";
import type { ResampleOptions } from "./block-resamples.ts";
import type { StudyOutcomes } from "./collect-outcomes.ts";
import { interactionTable, morrisTable, sobolTable } from "./index-tables.ts";
import { morrisEffects } from "./morris-effects.ts";
import { morrisIndices } from "./morris-indices.ts";
import type { SensitivityResult } from "./sensitivity-result.ts";
import { sobolIndices } from "./sobol-indices.ts";

/** Computes what the whole blocks of a sensitivity design tell. */
export function analyseBlocks(
  plan: SensitivityPlan,
  { outcomes, whole }: StudyOutcomes,
  options: ResampleOptions,
): Pick<SensitivityResult, "kind" | "indices" | "interactions"> {
  const names = studiedColumns(plan.columns);
  const rows = blockRows(whole, blockSize(plan));
  const values = Float64Array.from(rows, (row) => outcomes[row] as number);
  if (plan.op === "morris") {
    const { trajectories, levels = 4, seed } = plan;
    const points = morrisPoints(names, { trajectories, levels, seed });
    const used = points.map((column) => Float64Array.from(rows, (row) => column[row] as number));
    const found = morrisIndices(morrisEffects(used, values), options);
    return { kind: "morris", indices: morrisTable(names, found), interactions: null };
  }
  const { secondOrder } = plan;
  const found = sobolIndices(values, { ...options, parameters: names.length, secondOrder });
  return {
    kind: "sobol",
    indices: sobolTable(names, found),
    interactions: found.second === null ? null : interactionTable(names, found.second),
  };
}
