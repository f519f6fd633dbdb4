import type { ColumnTable } from "arquero";
import { isTable } from "../../tables/is-table.ts";
import type { Plan, PlanInput } from "./plan.ts";

const PLANS = new WeakMap<ColumnTable, Plan>();

/** How an operator made a table, or undefined where none of ours did. */
export function planOf(table: ColumnTable): Plan | undefined {
  return PLANS.get(table);
}

/** A table's plan where it has one, so that the table itself need not be kept. */
export function planned(input: PlanInput): PlanInput {
  return isTable(input) ? (planOf(input) ?? input) : input;
}

/** Remembers how a table was made. */
export function remember(table: ColumnTable, plan: Plan): ColumnTable {
  PLANS.set(table, plan);
  return table;
}
