import type { EngineColumn } from "../../../engine/engine-source.ts";
import type { LabelPlan } from "./label-plan.ts";

/** The columns with which label files are read. */
export function documentColumns(plan: LabelPlan): EngineColumn[] {
  throw new Error(String(plan.fits));
}
