import type { ColumnLike } from "../../tables/column-type-of.ts";
import { isTable } from "../../tables/is-table.ts";
import { makeTable } from "../../tables/make-table.ts";
import { rowRange } from "../../util/row-range.ts";
import { buildWith, type TablesByHash } from "./build.ts";
import { checkPlan } from "./check-plan.ts";
import type { Plan, PlanInput, SensitivityPlan } from "./plan.ts";
import { planned } from "./provenance.ts";

/** The sensitivity design that is in a design. */
export interface TracedRows {
  plan: SensitivityPlan;
  /** For each row of the whole design the row of the sensitivity design that it came from, -1 where there is none. */
  rows: Int32Array;
}

/** The column that rows are traced by; no column of a table can be expected to have this name. */
const TRACE = "\u0000row";

function isSensitivity(plan: PlanInput): plan is SensitivityPlan {
  return !isTable(plan) && (plan.op === "saltelli" || plan.op === "morris");
}

/** The different sensitivity designs below a plan, by what JSON makes of them. */
function findDesigns(plan: PlanInput, found: Map<string, SensitivityPlan>): Map<string, SensitivityPlan> {
  if (isTable(plan)) return found;
  checkPlan(plan);
  if (isSensitivity(plan)) found.set(JSON.stringify(plan), plan);
  if ("inputs" in plan) for (const input of plan.inputs) findDesigns(planned(input), found);
  return found;
}

/** The plan with a column more, which numbers the rows of each sensitivity design in it. */
function traced(plan: PlanInput, tables: TablesByHash): PlanInput {
  if (isTable(plan)) return plan;
  if (isSensitivity(plan)) {
    const design = buildWith(plan, tables);
    const columns = design.columnNames().map((name): [string, ColumnLike] => {
      return [name, design.column(name) as ColumnLike];
    });
    return makeTable([...columns, [TRACE, Int32Array.from(rowRange(0, design.numRows()))]]);
  }
  if (!("inputs" in plan)) return plan;
  const inputs = plan.inputs.map((input) => traced(planned(input), tables));
  // Rows that are equal but for their numbers are still equal.
  const columns =
    plan.op === "dedupe" ? { columns: plan.columns ?? buildWith(plan, tables).columnNames() } : {};
  return { ...plan, ...columns, inputs } as unknown as Plan;
}

/**
 * Finds the sensitivity design in a design, and where each of its rows is: operators may have added columns, repeated,
 * shuffled, cut or left out rows.
 *
 * @param tables What plans refer to by content hash.
 * @returns Undefined where there is no sensitivity design in it.
 * @throws {TypeError} When there are several.
 */
export function traceRows(design: PlanInput, tables: TablesByHash): TracedRows | undefined {
  const plan = planned(design);
  const [found, other] = findDesigns(plan, new Map()).values();
  if (found === undefined) return undefined;
  if (other !== undefined) {
    throw new TypeError(
      "There are several sensitivity designs in the design: analyse each with the jobs that were made of it",
    );
  }
  const column = buildWith(traced(plan, tables), tables).column(TRACE) as ColumnLike;
  return { plan: found, rows: Int32Array.from(column, (row) => Number(row ?? -1)) };
}
