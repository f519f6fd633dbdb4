import type { Dialect } from "../../../engine/dialect/dialect.ts";
import { factsOf } from "./facts-of.ts";
import type { LabelPlan } from "./label-plan.ts";
import { motionSource } from "./motion-source.ts";

/** The query of the `ColumnFact`s of `imu`, over `staged_motion` and `odd_jobs`. */
export function motionColumnFactsSql(dialect: Dialect, plan: LabelPlan): string {
  const { from, columns } = motionSource({ plan, dialect });
  return factsOf([{ table: "imu", columns }], { from, dialect });
}
